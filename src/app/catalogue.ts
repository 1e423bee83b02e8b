import type { Operation } from '#core/operation.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { accountOperations } from '#features/accounts/catalogue.ts';
import { auditOperations } from '#features/audit/catalogue.ts';
import { auditTimeline } from '#features/audit/index.ts';
import { claimOperations } from '#features/claims/catalogue.ts';
import { contactFieldOperations } from '#features/contact-fields/catalogue.ts';
import { contactSyncOperations } from '#features/contact-sync/catalogue.ts';
import { contactOperations, formOperations } from '#features/contacts/catalogue.ts';
import { coreOperations } from '#features/core/catalogue.ts';
import type { Probe } from '#features/core/index.ts';
import { deletionOperations } from '#features/deletion/catalogue.ts';
import { engineOperations } from '#features/engines/catalogue.ts';
import { exampleSharedEngines, type EngineParts } from '#features/engines/index.ts';
import { eventOperations } from '#features/events/catalogue.ts';
import { exportOperations } from '#features/exports/catalogue.ts';
import { grantOperations } from '#features/grants/catalogue.ts';
import { hookOperations } from '#features/hooks/catalogue.ts';
import type { HookParts } from '#features/hooks/index.ts';
import { identityOperations } from '#features/identity/catalogue.ts';
import type { IdentityParts } from '#features/identity/index.ts';
import { importOperations } from '#features/imports/catalogue.ts';
import { importTimeline } from '#features/imports/index.ts';
import { invitationOperations } from '#features/invitations/catalogue.ts';
import { jobOperations } from '#features/jobs/catalogue.ts';
import { keyOperations } from '#features/keys/catalogue.ts';
import { membershipOperations } from '#features/members/catalogue.ts';
import { messageOperations } from '#features/messages/catalogue.ts';
import { messageTimeline } from '#features/messages/index.ts';
import { notificationOperations } from '#features/notifications/catalogue.ts';
import { oauthOperations } from '#features/oauth/catalogue.ts';
import { peopleOperations } from '#features/people/catalogue.ts';
import { privacyOperations } from '#features/privacy/catalogue.ts';
import { consentTimeline } from '#features/privacy/index.ts';
import { secretOperations } from '#features/secrets/catalogue.ts';
import type { SecretParts } from '#features/secrets/index.ts';
import { serverOperations } from '#features/servers/catalogue.ts';
import { tenantOperations } from '#features/tenants/catalogue.ts';
import { validatorOperations, type ValidatorParts } from '#features/validator/catalogue.ts';
import { webhookOperations } from '#features/webhooks/catalogue.ts';
import type { WebhookParts } from '#features/webhooks/index.ts';
import { allScopes, compileCatalogue } from '#kernel/compile.ts';
import type { Catalogue } from '#kernel/types.ts';
import { fieldErrors } from '#kernel/validation.ts';
import type { Challenges } from '#platform/challenge.ts';
import { monotonic } from '#platform/clock.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { ENGINE_OPERATIONS } from './engine-operations.ts';
import { ENGINES, isConfigured, SENDERS } from './engines.ts';
import { EVENTS } from './events.ts';
import { listJobs } from './jobs.ts';
import { FEATURE_DATA, PERSONAL_DATA } from './personal-data.ts';
import { VERSION } from './version.ts';

export interface CatalogueParts {
  /** What `/health` looks at. */
  readonly probes?: readonly Probe[];
  readonly monotonic?: () => number;
  /** Keys of logins; whoever only describes operations (the CLI, docs) has none. */
  readonly identity?: IdentityParts;
  /** Key of the hashes by which deleted companies are recognised. */
  readonly tombstoneKey?: Buffer;
  /** Signs the links by which people withdraw their consent. */
  readonly consentKey?: Buffer;
  /** Proofs of work of strangers who write through a form. */
  readonly formChallenges?: Challenges;
  /** Signs how far the audit has come. */
  readonly checkpoints?: Checkpoints;
  /** Seals the secrets of webhooks, and judges their addresses. */
  readonly webhooks?: WebhookParts;
  readonly engines?: EngineParts;
  /** What engines answer; the product's, unless a test brings its own. */
  readonly engineOperations?: readonly Operation[];
  readonly hooks?: HookParts;
  /** Which engines the operator shares. */
  readonly sharedEngines?: () => Promise<readonly string[]>;
  /** Whether nobody has ever logged in. */
  readonly fresh?: () => Promise<boolean>;
  /** Keys and stores of secrets. */
  readonly secrets?: SecretParts;
  /** Who a token belongs to. */
  readonly inspect?: ValidatorParts['inspect'];
  readonly checkInput?: ValidatorParts['checkInput'];
  /** Of notices by WhatsApp, where there is one. */
  readonly noticeTemplate?: string | undefined;
  /** Without it nobody can read what the development sender sent. */
  readonly development?: boolean;
}

/** The one list of what tells the timeline of a contact. */
const TIMELINES: readonly TimelineSource[] = [
  consentTimeline,
  importTimeline,
  messageTimeline,
  auditTimeline,
];

/** The one list of operations. */
export function listOperations(parts: CatalogueParts = {}): readonly Operation[] {
  const operations: Operation[] = [];
  const probes = parts.probes ?? engineProbes({});
  const scopes = (): readonly string[] => allScopes(operations);
  const identity = parts.identity ?? described;
  operations.push(
    ...identityOperations({ ...identity, development: parts.development ?? true }),
    ...peopleOperations,
    ...tenantOperations,
    ...deletionOperations({ key: parts.tombstoneKey ?? NO_KEY }),
    ...claimOperations,
    ...membershipOperations(scopes),
    ...invitationOperations(identity.invitationKey),
    ...accountOperations(scopes),
    ...keyOperations(scopes),
    ...grantOperations,
    ...oauthOperations,
    ...contactOperations(PERSONAL_DATA, TIMELINES),
    ...formOperations(parts.formChallenges),
    ...contactFieldOperations,
    ...contactSyncOperations,
    ...importOperations,
    ...notificationOperations({ development: parts.development ?? true, template: parts.noticeTemplate }),
    ...messageOperations,
    ...webhookOperations(parts.webhooks ?? describedWebhooks),
    ...jobOperations(() => listJobs(described as never)),
    ...auditOperations(parts.checkpoints),
    ...eventOperations(EVENTS),
    ...engineOperations(parts.engines ?? describedEngines, parts.checkpoints),
    ...secretOperations(parts.secrets ?? describedSecrets),
    ...serverOperations,
    ...validatorOperations({
      inspect: parts.inspect ?? (async () => undefined),
      checkInput: parts.checkInput ?? (() => undefined),
    }),
    ...hookOperations(parts.hooks ?? describedHooks),
    ...(parts.engineOperations ?? ENGINE_OPERATIONS),
    ...privacyOperations(FEATURE_DATA, parts.consentKey ?? NO_KEY),
    ...exportOperations,
    ...coreOperations({
      version: VERSION,
      publicUrl: parts.identity?.publicUrl ?? EXAMPLE_URL,
      probes,
      shared: { find: parts.sharedEngines ?? (async () => []), example: exampleSharedEngines },
      ...(parts.fresh && { fresh: parts.fresh }),
      catalogue: () => operations,
      monotonic: parts.monotonic ?? monotonic,
    }),
  );
  return operations;
}

export function buildCatalogue(parts?: CatalogueParts): Catalogue {
  const checkInput: ValidatorParts['checkInput'] = (name, input) => {
    const found = catalogue.find(name);
    // A copy: checking fills defaults in.
    return found && fieldErrors(found.validateInput, structuredClone(input));
  };
  const catalogue = compileCatalogue(listOperations({ ...parts, checkInput }));
  return catalogue;
}

/** Stands where operations are listed and never run. */
const described = {} as IdentityParts;
const describedWebhooks = {} as WebhookParts;
const describedEngines = { engines: ENGINES } as EngineParts;
const describedHooks = { engines: ENGINES, senders: SENDERS } as unknown as HookParts;
const describedSecrets = {} as SecretParts;
const EXAMPLE_URL = 'http://localhost:8000';
const NO_KEY = Buffer.alloc(0);

export const engineProbes = (settings: Readonly<Record<string, string | undefined>>): Probe[] =>
  ENGINES.map((engine) => ({ name: engine.name, configured: isConfigured(engine, settings), vital: false }));
