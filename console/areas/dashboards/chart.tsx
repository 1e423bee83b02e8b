'use client';

import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '#lib/format/use-format.ts';
import type { ChartShape } from './chart-shape.ts';

const HEIGHT = 256;
/** Told apart by lightness as well as by hue. */
const COLOURS = ['var(--primary)', 'var(--warning)', 'var(--success)', 'var(--muted-foreground)'];
const INK = 'var(--muted-foreground)';
const DAY = /^\d{4}-\d{2}-\d{2}/;
const TIP = {
  background: 'var(--card)',
  border: '1px solid var(--border)',
  borderRadius: '0.5rem',
  color: 'var(--foreground)',
  fontSize: 13,
};

/** A line or bars. What it says stands in the table beside it, for who can't see it. */
export function Chart({ label, shape }: { label: string; shape: ChartShape }) {
  const { date, number } = useFormat();
  const named = (name: string): string => (DAY.test(name) ? date(`${name.slice(0, 10)}T12:00:00`) : name);
  const Whole = shape.kind === 'line' ? LineChart : BarChart;
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <Whole
          data={[...shape.points]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis
            dataKey="name"
            stroke={INK}
            tickFormatter={named}
            tickLine={false}
            fontSize={12}
            minTickGap={24}
          />
          <YAxis
            stroke={INK}
            tickFormatter={number}
            tickLine={false}
            axisLine={false}
            fontSize={12}
            width="auto"
          />
          <Tooltip
            contentStyle={TIP}
            cursor={{ fill: 'var(--muted)', opacity: 0.5 }}
            labelFormatter={(name) => named(String(name))}
            formatter={(value) => number(Number(value))}
          />
          {shape.series.length > 1 && <Legend iconSize={10} />}
          {shape.series.map(({ key, title }, index) =>
            shape.kind === 'line' ? (
              <Line
                key={key}
                dataKey={key}
                name={title}
                stroke={COLOURS[index]!}
                strokeWidth={2}
                dot={false}
                isAnimationActive={false}
              />
            ) : (
              <Bar
                key={key}
                dataKey={key}
                name={title}
                fill={COLOURS[index]!}
                radius={3}
                isAnimationActive={false}
              />
            ),
          )}
        </Whole>
      </ResponsiveContainer>
    </div>
  );
}
