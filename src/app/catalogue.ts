import type { JobDefinition } from '#core/job.ts';
import type { Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { accountOperations } from '#features/accounts/index.ts';
import { auditJobs, auditOperations, auditTimeline } from '#features/audit/index.ts';
import { claimJobs, claimOperations } from '#features/claims/index.ts';
import { contactFieldOperations } from '#features/contact-fields/index.ts';
import { contactSyncData, contactSyncOperations } from '#features/contact-sync/index.ts';
import { contactData, contactJobs, contactOperations, formOperations } from '#features/contacts/index.ts';
import { coreOperations, type Probe } from '#features/core/index.ts';
import { deletionJobs, deletionOperations } from '#features/deletion/index.ts';
import {
  engineJobs,
  engineOperations,
  exampleSharedEngines,
  type EngineParts,
} from '#features/engines/index.ts';
import { eventOperations } from '#features/events/index.ts';
import { exportOperations } from '#features/exports/index.ts';
import { importData, importJobs, importOperations, importTimeline } from '#features/imports/index.ts';
import {
  identityJobs,
  identityOperations,
  personData,
  type IdentityParts,
} from '#features/identity/index.ts';
import { hookJobs, hookOperations, type HookParts } from '#features/hooks/index.ts';
import { grantJobs, grantOperations } from '#features/grants/index.ts';
import { invitationData, invitationJobs, invitationOperations } from '#features/invitations/index.ts';
import { jobJobs, jobOperations } from '#features/jobs/index.ts';
import { keyOperations } from '#features/keys/index.ts';
import { messageData, messageJobs, messageOperations, messageTimeline } from '#features/messages/index.ts';
import { oauthJobs, oauthOperations } from '#features/oauth/index.ts';
import { memberJobs, membershipOperations } from '#features/members/index.ts';
import { peopleOperations } from '#features/people/index.ts';
import { allPersonalData, consentTimeline, privacyJobs, privacyOperations } from '#features/privacy/index.ts';
import { serverOperations } from '#features/servers/index.ts';
import { secretJobs, secretOperations, type SecretParts } from '#features/secrets/index.ts';
import { tenantOperations } from '#features/tenants/index.ts';
import { validatorOperations, type ValidatorParts } from '#features/validator/index.ts';
import { webhookJobs, webhookOperations, type WebhookParts } from '#features/webhooks/index.ts';
import { allScopes, compileCatalogue } from '#kernel/compile.ts';
import { housekeepingJobs } from '#kernel/housekeeping.ts';
import type { Catalogue } from '#kernel/types.ts';
import { fieldErrors } from '#kernel/validation.ts';
import type { Challenges } from '#platform/challenge.ts';
import { monotonic } from '#platform/clock.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import manifest from '#package' with { type: 'json' };
import { ENGINES, isConfigured, SENDERS } from './engines.ts';
import { EVENTS } from './events.ts';

export const VERSION = manifest.version;

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
  readonly hooks?: HookParts;
  /** Which engines the operator shares. */
  readonly sharedEngines?: () => Promise<readonly string[]>;
  /** Keys and stores of secrets. */
  readonly secrets?: SecretParts;
  /** Who a token belongs to. */
  readonly inspect?: ValidatorParts['inspect'];
  readonly checkInput?: ValidatorParts['checkInput'];
  /** Without it nobody can read what the development sender sent. */
  readonly development?: boolean;
}

/** The one list of what features keep about people. */
const FEATURE_DATA: readonly PersonalData[] = [
  ...messageData,
  ...contactData,
  ...contactSyncData,
  ...importData,
  ...invitationData,
  ...personData,
];
export const PERSONAL_DATA: readonly PersonalData[] = allPersonalData(FEATURE_DATA);

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
  const engines = parts.engines?.engines ?? ENGINES;
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
    ...engines.flatMap(({ connector }) => connector?.operations ?? []),
    ...privacyOperations(FEATURE_DATA, parts.consentKey ?? NO_KEY),
    ...exportOperations,
    ...coreOperations({
      version: VERSION,
      probes,
      shared: { find: parts.sharedEngines ?? (async () => []), example: exampleSharedEngines },
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

/** The one list of jobs. */
export const listJobs = (
  parts: Parameters<typeof identityJobs>[0] &
    Parameters<typeof invitationJobs>[0] &
    Parameters<typeof auditJobs>[0] &
    Parameters<typeof engineJobs>[0] &
    Partial<Parameters<typeof secretJobs>[0]> &
    Partial<Parameters<typeof hookJobs>[0]>,
): readonly JobDefinition[] => [
  ...identityJobs(parts),
  ...oauthJobs,
  ...memberJobs,
  ...invitationJobs(parts),
  ...grantJobs(parts),
  ...claimJobs(parts),
  ...contactJobs,
  ...importJobs,
  ...deletionJobs,
  ...engineJobs(parts),
  ...privacyJobs(FEATURE_DATA),
  ...messageJobs,
  ...jobJobs,
  ...auditJobs(parts),
  ...webhookJobs,
  ...hookJobs({ hooks: describedHooks, ...parts }),
  ...secretJobs({ secrets: describedSecrets, ...parts }),
  ...housekeepingJobs,
];

/** Stands where operations are listed and never run. */
const described = {} as IdentityParts;
const describedWebhooks = {} as WebhookParts;
const describedEngines = { engines: ENGINES } as EngineParts;
const describedHooks = { engines: ENGINES, senders: SENDERS } as unknown as HookParts;
const describedSecrets = {} as SecretParts;
const NO_KEY = Buffer.alloc(0);

export const engineProbes = (settings: Readonly<Record<string, string | undefined>>): Probe[] =>
  ENGINES.map((engine) => ({ name: engine.name, configured: isConfigured(engine, settings), vital: false }));
