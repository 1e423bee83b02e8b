import { z } from 'zod';

/** Of the API; versions add fields. */
export interface ApiCollection {
  readonly id: number | string;
  readonly name: string;
  readonly description?: string | null;
  readonly archived?: boolean;
  /** Ids from the top down, e.g. `/3/12/`. */
  readonly location?: string | null;
  readonly personal_owner_id?: number | null;
}

export interface ApiItem extends ApiCollection {
  readonly id: number;
  readonly model: string;
  readonly 'last-edit-info'?: { readonly timestamp?: string };
}

export interface ApiParameter {
  readonly id: string;
  readonly name?: string;
  readonly slug: string;
  readonly type: string;
  readonly target?: unknown;
}

interface ApiDashcard {
  readonly id: number;
  readonly card_id?: number | null;
  readonly card?: ApiCard | null;
  readonly series?: readonly ApiCard[];
  readonly parameter_mappings?: readonly {
    readonly parameter_id?: string;
    readonly card_id?: number;
    readonly target?: unknown;
  }[];
}

export interface ApiDashboard {
  readonly id: number;
  readonly name: string;
  readonly description?: string | null;
  readonly collection_id?: number | null;
  readonly archived?: boolean;
  readonly enable_embedding?: boolean;
  readonly embedding_params?: Readonly<Record<string, string>> | null;
  readonly parameters?: readonly ApiParameter[];
  readonly dashcards?: readonly ApiDashcard[];
  readonly updated_at?: string;
}

export interface ApiCard {
  readonly id: number;
  readonly name: string;
  readonly display?: string;
  readonly archived?: boolean;
  readonly collection_id?: number | null;
  readonly parameters?: readonly ApiParameter[];
  readonly dataset_query?: unknown;
}

/** A failed query is answered with 202 and `status: "failed"`. */
export interface ApiResult {
  readonly status?: string;
  readonly error?: unknown;
  readonly row_count?: number;
  readonly data?: {
    readonly rows?: readonly (readonly unknown[])[];
    readonly cols?: readonly {
      readonly name: string;
      readonly display_name?: string;
      readonly base_type?: string;
    }[];
    readonly rows_truncated?: number;
  };
}

/** Numbers of Metabase; texts with us, like every other id. */
export const metabaseId = z.string().regex(/^[1-9]\d{0,8}$/);

export const DashboardRow = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    collectionId: z.string().nullable().describe('Null: at the top of an instance of the company’s own.'),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: 'MetabaseDashboardRow' });

export const Dashboard = DashboardRow.extend({
  parameters: z.array(z.object({ slug: z.string(), name: z.string(), type: z.string() })),
  cards: z
    .array(z.object({ id: z.string(), name: z.string(), display: z.string().nullable() }))
    .describe('Those that `metabase.card_result` can run.'),
  embeddable: z.boolean().describe('`metabase.embed` gives a link to it.'),
}).meta({ id: 'MetabaseDashboard' });

export const CardResult = z
  .object({
    columns: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        type: z.string().nullable().describe('e.g. `type/Integer`.'),
      }),
    ),
    rows: z.array(z.array(z.unknown())).describe('In the order of the columns.'),
    rowCount: z.int().describe('How many rows Metabase gave.'),
    truncated: z.boolean().describe('There are more than stand here.'),
  })
  .meta({ id: 'MetabaseCardResult' });
