'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { useState } from 'react';
import { hueOf } from '#lib/session/hue.ts';

const markVariants = cva('grid shrink-0 place-items-center overflow-hidden font-semibold', {
  variants: {
    size: { default: 'size-7 rounded-md text-[13px]', lg: 'size-16 rounded-lg text-2xl' },
    look: { letter: 'text-white', logo: 'border bg-white' },
  },
  defaultVariants: { size: 'default' },
});

interface Marked {
  readonly slug: string;
  readonly name: string;
  readonly hue: number | null;
  readonly logo: string | null;
}

/**
 * A company's logo, else its first letter on its colour; of the same lightness for all, so that it can be read on each. Logos
 * stand on white in both themes: most are made for paper.
 */
export function CompanyMark({
  company,
  size,
}: { readonly company: Marked } & Pick<VariantProps<typeof markVariants>, 'size'>) {
  const { slug, name, logo } = company;
  const [broken, setBroken] = useState<string>();
  if (logo !== null && broken !== logo)
    return (
      <span aria-hidden className={markVariants({ size, look: 'logo' })}>
        <img
          src={`/app/logo/${slug}?v=${logo}`}
          alt=""
          className="size-full object-contain"
          onError={() => setBroken(logo)}
        />
      </span>
    );
  return (
    <span
      aria-hidden
      style={{ backgroundColor: `oklch(0.5 0.14 ${hueOf(company)})` }}
      className={markVariants({ size, look: 'letter' })}
    >
      {name.trim().charAt(0).toLocaleUpperCase()}
    </span>
  );
}
