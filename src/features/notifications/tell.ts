import { createHash } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import type { Language } from '#core/errors.ts';
import { PLATFORM } from '#core/platform.ts';
import { scopesOf } from '#core/roles.ts';
import type { Statement } from '#core/db.ts';
import { enter } from '#platform/db/records.ts';
import { kindOf, kindsFor, wayOf, type Kind, type Ways } from './kinds.ts';
import { sendable, type Notice, type NotifierParts, type SendNotices } from './send.ts';
import { findMembers, findPeople, type Member, type Reachable } from './store.ts';

interface Told<Words> {
  /** What happened, e.g. the event's id: nobody is told twice of one. */
  readonly id: string;
  readonly words: Words;
}
interface Text {
  readonly subject: string;
  readonly text: string;
}

export interface Teller {
  /**
   * Tells those in a company whom it concerns, each in their language and by the way that they chose.
   * Answers to how many. @throws Error to be tried again, when nothing could be sent
   */
  readonly tell: (
    ctx: Ctx,
    told: Told<(language: Language, company: string) => Text> & {
      readonly kind: Kind;
      readonly tenantId: string;
    },
  ) => Promise<number>;
  /** The same for people who may belong to no company, and so have chosen nothing. */
  readonly tellPeople: (
    ctx: Ctx,
    told: Told<(language: Language, person: string) => Text> & { readonly people: readonly string[] },
  ) => Promise<void>;
}

/** An id that depends on nothing but what is told to whom. */
function noticeId(id: string, personId: string): string {
  const hex = createHash('sha256').update(`${id} ${personId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

const FOOTER = {
  es: (url: string) => `\n\n—\nUsted elige qué se le avisa y por dónde en ${url}`,
  en: (url: string) => `\n\n—\nYou choose what you are told, and by which way, at ${url}`,
} as const;

const URGENT = { first: 'whatsapp', required: true } as const;

/** The one door of what people of a company are told. */
export function teller(
  { people, development, template, publicUrl }: NotifierParts,
  notify: SendNotices,
): Teller {
  async function find<Row>(statement: Statement<Row>): Promise<readonly Row[]> {
    const [, rows] = await people.batch([enter(PLATFORM.id, { kind: 'job', id: null }), statement]);
    return rows;
  }

  /** Where a person has no way that can be sent by, `smarteros messages` shows it, if at all. */
  function address(to: Reachable, way: 'mail' | 'whatsapp' | null): string | null {
    if (way === null) return development ? (to.phone ?? to.email) : null;
    return way === 'mail' ? to.email : to.phone;
  }
  const ways = ({ phone, email }: Reachable, can: Ways): Ways => ({
    mail: can.mail && email !== null,
    whatsapp: can.whatsapp && phone !== null,
  });

  return {
    tell: async (ctx, { id, kind, tenantId, words }) => {
      const definition = kindOf(kind);
      const concerns = ({ role, own, channel }: Member): boolean =>
        kindsFor(scopesOf(role, own)).includes(definition) && (definition.required || channel !== 'off');
      const members = (await find(findMembers(tenantId, kind))).filter(concerns);
      const can = sendable(ctx, template);
      const notices = members.flatMap((member): Notice[] => {
        const { language, channel, company } = member;
        const way = wayOf(definition, channel, ways(member, can));
        const to = address(member, way);
        if (to === null) return [];
        const { subject, text } = words(language, company);
        const footer = way === 'mail' ? FOOTER[language](`${publicUrl}/app/settings#notifications`) : '';
        return [{ id: noticeId(id, member.id), to, language, subject, text: text.trimEnd() + footer }];
      });
      if (notices.length < members.length)
        ctx.log.warn(
          { kind, unreachable: members.length - notices.length },
          'there is no way to tell somebody',
        );
      if (notices.length > 0) await notify(ctx, notices);
      return notices.length;
    },
    tellPeople: async (ctx, { id, people: ids, words }) => {
      const can = sendable(ctx, template);
      const notices = (await find(findPeople(ids))).flatMap((person): Notice[] => {
        const to = address(person, wayOf(URGENT, 'best', ways(person, can)));
        const { language } = person;
        return to === null
          ? []
          : [{ id: noticeId(id, person.id), to, language, ...words(language, person.id) }];
      });
      if (notices.length > 0) await notify(ctx, notices);
    },
  };
}
