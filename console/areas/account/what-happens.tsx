/** Before a change: what it brings, point by point. */
export function WhatHappens({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section className="rounded-md bg-muted p-3.5 text-[13px]">
      <h3 className="font-medium">{title}</h3>
      <ul className="mt-1 grid list-disc gap-1 pl-4.5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
