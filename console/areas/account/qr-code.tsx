'use client';

import { generate } from 'lean-qr';

/** Blank modules around it, without which cameras don't find it. */
const QUIET = 4;

/** Drawn as one path. Always dark on white: cameras are not good at the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text);
  const lines: string[] = [];
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) lines.push(`M${x} ${y}h1v1h-1z`);
  const whole = code.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      className="mx-auto size-48 rounded-md bg-white"
    >
      <path d={lines.join('')} fill="#000" />
    </svg>
  );
}
