import { ChevronRight, CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import type { Matter } from '#areas/matter.tsx';
import { cn } from '#lib/cn.ts';

const LOOKS = {
  now: [CircleAlert, 'text-destructive'],
  soon: [Clock, 'text-warning'],
  going: [LoaderCircle, 'animate-spin text-primary motion-reduce:animate-none'],
} as const;

/** A line that leads to where something is dealt with. */
export function MatterRow({ matter: { urgency, title, detail, action } }: { matter: Matter }) {
  const [Icon, look] = LOOKS[urgency];
  return (
    <li className="relative flex min-h-13 items-center gap-3 px-4 py-1.5 hover:bg-muted/60">
      <Icon aria-hidden className={cn('size-4.5 shrink-0', look)} />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 font-medium break-words">{title}</p>
        {detail !== undefined && <p className="truncate text-[13px] text-muted-foreground">{detail}</p>}
      </div>
      <Link
        href={action.href}
        prefetch={false}
        className="flex shrink-0 items-center gap-1 text-[13px] text-primary after:absolute after:inset-0"
      >
        <span className="sr-only sm:not-sr-only">{action.label}</span>
        <ChevronRight aria-hidden className="size-4" />
      </Link>
    </li>
  );
}
