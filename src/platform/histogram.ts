/** Labels of a series, in the order of their names. */
type Values = readonly string[];

interface Series {
  readonly labels: string;
  /** How many fell into each bucket, the last one without a bound. */
  readonly counts: Float64Array;
  sum: number;
}

export interface Histogram {
  observe(values: Values, amount: number): void;
  /** Prometheus' text format. */
  text(): string;
}

const escape = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/**
 * A Prometheus histogram. Our own, because every request pays for it: prom-client's takes 3 µs to find a series, a
 * quarter of what a bare answer costs. `bounds` are upper bounds, ascending.
 */
export function createHistogram(options: {
  readonly name: string;
  readonly help: string;
  readonly labels: Values;
  readonly bounds: readonly number[];
}): Histogram {
  const { name, help, labels, bounds } = options;
  const series = new Map<string, Series>();

  function seriesOf(values: Values): Series {
    const key = values.join('\n');
    let found = series.get(key);
    if (!found) {
      const text = labels.map((label, i) => `${label}="${escape(values[i]!)}"`).join(',');
      found = { labels: text, counts: new Float64Array(bounds.length + 1), sum: 0 };
      series.set(key, found);
    }
    return found;
  }

  return {
    observe(values, amount) {
      const found = seriesOf(values);
      let at = 0;
      while (at < bounds.length && amount > bounds[at]!) at++;
      found.counts[at]! += 1;
      found.sum += amount;
    },
    text() {
      const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
      for (const { labels: text, counts, sum } of series.values()) {
        let total = 0;
        for (const [i, count] of counts.entries()) {
          total += count;
          lines.push(`${name}_bucket{le="${bounds[i] ?? '+Inf'}",${text}} ${total}`);
        }
        lines.push(`${name}_sum{${text}} ${sum}`, `${name}_count{${text}} ${total}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
