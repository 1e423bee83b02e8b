/** Why a rule counts as kept, or why not. */
export interface Evidence {
  /** `file › name` of tests that must exist. */
  readonly tests?: readonly string[];
  /** The same of tests that are on their way: the rule is open until all of them exist. */
  readonly awaits?: readonly string[];
  /** Where it is written down, for rules about documentation. */
  readonly page?: string;
  /** Why the rule does not apply. */
  readonly not?: string;
  /** What is missing. */
  readonly open?: string;
}

const at =
  (file: string) =>
  (name: string): string =>
    `${file} › ${name}`;

const guessing = at('test/otp/guessing.test.ts');
const budget = at('test/otp/budget.test.ts');
const spray = at('test/otp/spray.test.ts');
const passwords = at('test/factors/passwords.test.ts');
const totp = at('test/factors/totp.test.ts');
const stepUp = at('test/factors/step-up.test.ts');
const numbers = at('test/factors/numbers.test.ts');
const federation = at('test/factors/federation.test.ts');
const clerk = at('test/factors/clerk.test.ts');
const sessions = at('test/sessions/attacks.test.ts');
const forgeries = at('test/tokens/forgeries.test.ts');
const isolation = at('test/isolation.test.ts');
const members = at('test/access/members.test.ts');
const roles = at('test/access/roles.test.ts');
const operator = at('test/access/operator.test.ts');
const edge = at('test/edge/validate.test.ts');
const caddy = at('test/edge/caddy.test.ts');
const oauthToken = at('test/oauth/token.test.ts');
const authorize = at('test/oauth/authorize.test.ts');
const consent = at('test/oauth/consent.test.ts');
const resource = at('test/oauth/resource.test.ts');
const agents = at('test/oauth/grants.test.ts');

export const MAP: Readonly<Record<string, Evidence>> = {
  '6.1.1': { page: 'docs/login.md', tests: [budget('is at most 10⁻³, by the figures the code uses')] },
  '6.1.2': { page: 'docs/login.md' },
  '6.1.3': { page: 'docs/login.md' },
  '6.2.1': { awaits: [passwords('wants 15 characters, or 8 beside a second factor, and no common ones')] },
  '6.2.2': {
    awaits: [passwords('has a name of its own, is set with a recent proof, and ends the other sessions')],
  },
  '6.2.3': {
    awaits: [
      passwords('has a name of its own, is set with a recent proof, and ends the other sessions'),
      stepUp('is one session’s, and no other’s'),
    ],
  },
  '6.2.4': { awaits: [passwords('wants 15 characters, or 8 beside a second factor, and no common ones')] },
  '6.2.5': {
    tests: [
      passwords('says nothing of kinds of characters, takes 64 and more, and is checked as it was typed'),
    ],
  },
  '6.2.6': { not: 'We have no page with a field for passwords: they are set and used over the API only.' },
  '6.2.7': { not: 'We have no page with a field for passwords: they are set and used over the API only.' },
  '6.2.8': {
    tests: [
      passwords('says nothing of kinds of characters, takes 64 and more, and is checked as it was typed'),
    ],
  },
  '6.2.9': {
    tests: [
      passwords('says nothing of kinds of characters, takes 64 and more, and is checked as it was typed'),
    ],
  },
  '6.2.10': { not: 'Nothing makes a password expire: there is no such setting, column or job.' },
  '6.2.11': { tests: [passwords('holds more than the words of its context')] },
  '6.2.12': { open: 'Common passwords are refused; a list of known breaches is not looked at.' },
  '6.3.1': {
    tests: [
      guessing('is looked at five times at the most, however many guess at once'),
      guessing('goes to the next length when one is spent, without locking anybody out'),
      at('test/kernel/limits.test.ts')('and by what fails to log in, before anything else is looked at'),
    ],
    awaits: [
      spray('stay inside the budget of the platform'),
      passwords('is throttled over all networks, and one network over all names'),
    ],
  },
  '6.3.2': { tests: [isolation('${name}: not without login')] },
  '6.3.3': {
    open: 'A code by WhatsApp alone opens a session that can read and write. Only sensitive acts, and whoever asks for it, need a second proof.',
  },
  '6.3.4': {
    awaits: [
      stepUp('answers a ticket and no session, and the second factor opens it'),
      federation('asks for the second factor of whoever always wants it'),
      numbers('with a second factor still asks for it afterwards'),
    ],
  },
  '6.4.1': {
    not: 'Nobody gets an initial password: people log in by a code and set a password themselves.',
  },
  '6.4.2': { not: 'There are no hints and no secret questions: no column or input could hold one.' },
  '6.4.3': {
    awaits: [numbers('with a second factor still asks for it afterwards')],
  },
  '6.4.4': {
    awaits: [
      numbers('is replaced after approval and 72 hours, and all sessions end'),
      totp('takes each recovery code once, as its owner’s, however it is typed'),
    ],
  },
  '6.5.1': {
    tests: [guessing('logs in once, of 50 who come with it at the same time')],
    awaits: [
      totp('takes a code once, though it is sent ten times at once'),
      totp('takes each recovery code once, as its owner’s, however it is typed'),
    ],
  },
  '6.5.2': { not: 'Recovery codes have 120 bits; the rule is about those with less than 112.' },
  '6.5.3': { tests: [budget('makes codes of its length, every one as likely')] },
  '6.5.4': {
    tests: [
      budget('makes codes of its length, every one as likely'),
      budget('is at most 10⁻³, by the figures the code uses'),
    ],
  },
  '6.5.5': {
    tests: [guessing('ends after five minutes')],
    awaits: [totp('takes one step before and after, not two')],
  },
  '6.6.1': { page: 'docs/login.md' },
  '6.6.2': {
    tests: [guessing('is voided by the next')],
    awaits: [stepUp('is not a login code, nor somebody else’s code')],
  },
  '6.6.3': {
    tests: [
      guessing('is dead after the fifth wrong try, and says how many are left before'),
      guessing('gets five codes an hour and ten a day, and hears when the next'),
      guessing('looks at no more guesses than the budget holds, however many come in at once'),
    ],
  },
  '6.8.1': {
    awaits: [
      federation('never becomes somebody who has the same mail address'),
      federation('is refused with another’s code, another issuer’s return, another iss, or a refusal there'),
    ],
  },
  '6.8.2': {
    awaits: [
      federation('is refused with another’s code, another issuer’s return, another iss, or a refusal there'),
      clerk('are refused unsigned, wrongly signed, changed on the way, or old'),
    ],
  },
  '6.8.3': { not: 'No SAML.' },
  '6.8.4': { awaits: [federation('asks for the second factor of whoever always wants it')] },
  '7.1.1': { page: 'docs/login.md' },
  '7.1.2': { page: 'docs/login.md' },
  '7.1.3': { page: 'docs/edge.md' },
  '7.2.1': {
    tests: [
      edge('refuses every credential that is none'),
      edge('asks the database whether company and credential are live'),
    ],
  },
  '7.2.2': { awaits: [sessions('never becomes a login when somebody planted it')] },
  '7.2.3': { tests: [sessions('is made of 256 random bits')] },
  '7.2.4': {
    awaits: [
      sessions('never becomes a login when somebody planted it'),
      sessions('of another person stays theirs when somebody logs in over it'),
    ],
  },
  '7.3.1': {
    awaits: [sessions('ends by itself when nobody uses it for 7 days, and lives on while somebody does')],
  },
  '7.3.2': { awaits: [sessions('ends after 30 days, however busy')] },
  '7.4.1': {
    tests: [caddy('lets nobody in with a session 5 s after its end')],
    awaits: [sessions('is refused at once: a stolen cookie, an access token, a refresh token')],
  },
  '7.4.2': {
    tests: [edge('asks the database whether company and credential are live')],
    awaits: [
      members('are out at once when they are disabled, removed, or leave, on every surface'),
      operator('shuts a person out everywhere, which every company of theirs sees'),
    ],
  },
  '7.4.3': {
    awaits: [
      passwords('has a name of its own, is set with a recent proof, and ends the other sessions'),
      numbers('takes a code to it and a recent proof; the old one is told and other sessions end'),
    ],
  },
  '7.4.4': { open: 'POST /auth/logout exists; the pages that need a login (console) do not yet.' },
  '7.4.5': { awaits: [operator('shuts a person out everywhere, which every company of theirs sees')] },
  '7.5.1': {
    awaits: [
      numbers('takes a code to it and a recent proof; the old one is told and other sessions end'),
      totp('goes with a recent proof only, and takes the recovery codes along'),
      federation('needs a recent proof, and the session that set out'),
    ],
  },
  '7.5.2': { awaits: [operator('are listed and ended by their own person only')] },
  '7.6.1': {
    awaits: [
      clerk('unlink whoever is deleted there, end those logins, and nothing brings them back'),
      federation('begins anew with a session that has ended'),
    ],
  },
  '7.6.2': {
    awaits: [federation('is refused to another browser, twice, too late, and with a state of nobody’s')],
  },
  '8.1.1': { awaits: [roles('says the same in docs/access.md')] },
  '8.1.2': { page: 'docs/access.md' },
  '8.2.1': {
    tests: [
      isolation('${name}: with ${scope} and above, not below'),
      isolation('${name}: not with other scopes, however much they look like it'),
    ],
    awaits: [roles('gives ${role} what is written here, and no more')],
  },
  '8.2.2': { tests: [isolation('${name}: what belongs to others is as if it weren’t there')] },
  '8.2.3': {
    awaits: [members('see each other’s numbers masked, unless they may change members')],
  },
  '8.3.1': {
    tests: [
      at('test/fence/behaviour.test.ts')('shows and changes nothing when ${state}'),
      at('test/isolation/attacks.test.ts')('ask by another method than the one that is guarded'),
      caddy('refuses who may not use the engine'),
    ],
  },
  '8.4.1': {
    tests: [
      isolation('has left the other tenant as it was'),
      at('test/fence.test.ts')('has no gap'),
      at('test/isolation/attacks.test.ts')('name another tenant in headers, query or body'),
      edge('takes the company from query, host or header, and refuses two of them'),
    ],
  },
  '9.1.1': { awaits: [forgeries('are refused: ${kind}')] },
  '9.1.2': { awaits: [forgeries('are refused: ${kind}'), forgeries('are of 30 kinds at least')] },
  '9.1.3': {
    awaits: [forgeries('are refused: ${kind}'), forgeries('are refused: by the key of another installation')],
  },
  '9.2.1': { tests: [edge('outlives no credential')], awaits: [forgeries('are refused: ${kind}')] },
  '9.2.2': { tests: [edge('is no credential')], awaits: [forgeries('are refused: ${kind}')] },
  '9.2.3': {
    tests: [edge('says the same as the headers, to one service, for half a minute')],
    awaits: [forgeries('are refused: ${kind}')],
  },
  '9.2.4': {
    tests: [
      edge('says the same as the headers, to one service, for half a minute'),
      edge('is for the host where no service is named'),
    ],
  },
  '10.1.1': {
    tests: [
      caddy('keeps every credential of ours from the engine'),
      resource('stays at the door: nothing that an operation gets, and so could send on, holds it'),
    ],
  },
  '10.1.2': {
    awaits: [
      federation('sends the browser with state, nonce and PKCE, and binds it by a cookie'),
      federation('is refused to another browser, twice, too late, and with a state of nobody’s'),
    ],
  },
  '10.2.1': {
    awaits: [federation('sends the browser with state, nonce and PKCE, and binds it by a cookie')],
  },
  '10.2.2': {
    awaits: [
      federation('is refused with another’s code, another issuer’s return, another iss, or a refusal there'),
    ],
  },
  '10.3.1': { tests: [resource('is refused when it was issued for another audience')] },
  '10.3.2': {
    tests: [
      resource('opens what its scopes say, with what they include, and says what else is needed'),
      resource('never may do more than its person still may, and ends with them'),
    ],
  },
  '10.3.3': { tests: [resource('is refused when another issuer made it, or nobody')] },
  '10.3.4': {
    tests: [resource('is nobody’s substitute: no person’s operation, no key, no operator')],
  },
  '10.4.1': {
    tests: [authorize('sends nobody to an address that the client hasn’t declared to the letter')],
  },
  '10.4.2': { tests: [oauthToken('ends everything when a code comes a second time')] },
  '10.4.3': { tests: [oauthToken('refuses an expired code')] },
  '10.4.4': {
    tests: [
      at('src/surfaces/oauth/metadata.test.ts')(
        "says what the library says of itself, registration ${registration ? 'on' : 'off'}",
      ),
      authorize('tells the client itself, with state and issuer, what else it has to do'),
    ],
  },
  '10.4.5': {
    tests: [
      oauthToken('ends the whole family when a refresh token comes a second time'),
      oauthToken('lets no two renew with one refresh token at the same moment'),
    ],
  },
  '10.4.6': {
    tests: [oauthToken('refuses a code that isn’t accompanied by all that belongs to it')],
  },
  '10.4.7': {
    tests: [
      authorize('takes public clients with redirects in order, and refuses the others'),
      consent('shows names as text, runs no script, and can’t be put into a frame'),
    ],
  },
  '10.4.8': {
    tests: [oauthToken('renews with a new refresh token each time, of short life and no wider')],
  },
  '10.4.9': {
    tests: [
      agents('are ended at once by who let them in, and by the owner'),
      oauthToken(
        'revokes for the client itself (RFC 7009), and says the same of tokens that it doesn’t know',
      ),
    ],
  },
  '10.4.10': { not: 'All clients are public (PKCE): no confidential client can be registered.' },
  '10.4.11': {
    tests: [authorize('never allows everything: `*` and scopes that nobody knows are not asked for')],
  },
  '10.5.1': {
    awaits: [federation('sends the browser with state, nonce and PKCE, and binds it by a cookie')],
  },
  '10.5.2': { awaits: [federation('never becomes somebody who has the same mail address')] },
  '10.5.3': {
    awaits: [
      federation('is refused with another’s code, another issuer’s return, another iss, or a refusal there'),
    ],
  },
  '10.5.4': { open: 'openid-client checks it; no test brings an ID token for another client.' },
  '10.5.5': { not: 'We take no back-channel logout; Clerk tells us by signed messages instead (6.8.2).' },
  '10.6.1': { tests: [authorize('answers in the query only')] },
  '10.6.2': { not: 'We are an OAuth server and no OpenID provider: there is no end-session endpoint.' },
  '10.7.1': {
    tests: [
      consent('allows nothing without its own form: no token, another’s, an older one, another site’s page'),
      authorize('asks who is there first, and comes back'),
    ],
  },
  '10.7.2': {
    tests: [
      consent('lets the person choose the company, and shows what their role there allows'),
      at('src/surfaces/pages/pages.test.ts')('have words for every scope in both languages'),
    ],
  },
  '10.7.3': {
    tests: [
      agents('are seen and ended by nobody else'),
      agents('are ended at once by who let them in, and by the owner'),
    ],
  },
};
