import { clsx } from 'clsx';

/** Class names joined. They add up and never override one another: what differs is a variant of the component. */
export const cn = clsx;
