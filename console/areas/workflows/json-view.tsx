/** What a machine said, for people to read: always as text, whatever it looks like. */
export function JsonView({ label, value }: { label: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <pre
      aria-label={label}
      role="region"
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-md bg-muted p-3 font-mono text-[13px] leading-relaxed break-words whitespace-pre-wrap [overflow-wrap:anywhere] -outline-offset-2"
    >
      {text}
    </pre>
  );
}
