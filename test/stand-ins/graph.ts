import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '#test/stand-ins/serve.ts';

/** What Meta would know of us. */
export const META = {
  token: 'EAAGtoken',
  appSecret: 'app-secret',
  verifyToken: 'verify-me',
  phoneId: '106540352242922',
  template: 'smarteros_code',
} as const;

interface Template {
  readonly language: string;
  readonly category: 'authentication' | 'utility';
  readonly parameters: number;
}

interface GraphError {
  readonly code: number;
  readonly status?: number;
  readonly details?: string;
  readonly title?: string;
  readonly headers?: Record<string, string>;
}

/** A message as it was asked for. */
export interface Asked {
  readonly id: string;
  readonly to: string;
  readonly type: string;
  readonly reference: string | undefined;
  // Tests know the shape that they look at.
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  readonly body: any;
}

const REFUSED = 400;

/** Meta's Graph API as facts tell: takes messages, refuses as Meta does, signs webhook calls. */
export class GraphStandIn implements AsyncDisposable {
  readonly url: string;
  readonly accepted: Asked[] = [];
  /** Everything that arrived, refused or not. */
  readonly paths: string[] = [];
  readonly templates = new Map<string, Template[]>([
    [META.template, [{ language: 'es', category: 'authentication', parameters: 1 }]],
    ['recordatorio', [{ language: 'es_CL', category: 'utility', parameters: 2 }]],
  ]);
  /** Epoch seconds; 0 for a token that doesn't expire. */
  tokenExpiresAt = 0;
  tokenScopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
  tokenDead = false;
  /** Accepts, but loses the answer on its way. */
  loseAnswers = 0;
  /** How every message is refused meanwhile. */
  down: GraphError | undefined;
  readonly #failures: GraphError[] = [];
  readonly #close: () => PromiseLike<void>;

  private constructor(server: AsyncDisposable & { readonly url: string }) {
    this.url = server.url;
    this.#close = () => server[Symbol.asyncDispose]();
  }

  static async start(): Promise<GraphStandIn> {
    let stand: GraphStandIn | undefined;
    const server = await serve((request, response) => void stand!.#answer(request, response));
    return (stand = new GraphStandIn(server));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }

  get settings(): Record<string, string> {
    return {
      WHATSAPP_PHONE_ID: META.phoneId,
      WHATSAPP_TOKEN: META.token,
      WHATSAPP_APP_SECRET: META.appSecret,
      WHATSAPP_VERIFY_TOKEN: META.verifyToken,
      WHATSAPP_API_URL: this.url,
    };
  }

  /** The next messages are refused so, one each. */
  fail(...errors: GraphError[]): void {
    this.#failures.push(...errors);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url!, this.url);
    this.paths.push(`${request.method} ${url.pathname}`);
    const refuse = ({
      code,
      status = REFUSED,
      details = '',
      title = 'Some title',
      headers = {},
    }: GraphError) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(
        JSON.stringify({
          error: {
            message: `(#${code}) ${title}`,
            type: 'OAuthException',
            code,
            error_data: { messaging_product: 'whatsapp', details },
            fbtrace_id: 'Az8or2yhqkZfEZ-_4Qn_Bam',
          },
        }),
      );
    if (this.tokenDead || request.headers.authorization !== `Bearer ${META.token}`) {
      return void refuse({ code: 190, status: 401, title: 'Error validating access token' });
    }
    if (url.pathname.endsWith('/debug_token')) return this.#debugToken(url, response);
    const failure = this.down ?? this.#failures.shift();
    if (failure) return void refuse(failure);
    if (!url.pathname.endsWith(`/${META.phoneId}/messages`)) return void refuse({ code: 100 });
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const problem = this.#check(body);
    if (problem) return void refuse(problem);
    const id = `wamid.${Buffer.from(`${body.to}-${this.accepted.length + 1}`).toString('base64')}`;
    this.accepted.push({ id, to: body.to, type: body.type, reference: body.biz_opaque_callback_data, body });
    if (this.loseAnswers > 0) {
      this.loseAnswers--;
      return void request.socket.destroy();
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        messaging_product: 'whatsapp',
        contacts: [{ input: body.to, wa_id: body.to }],
        messages: [{ id, message_status: 'accepted' }],
      }),
    );
  }

  #check(body: Asked['body']): GraphError | undefined {
    if (body.messaging_product !== 'whatsapp') return { code: 100, details: 'messaging_product is required' };
    if (!/^\d{7,15}$/.test(body.to)) return { code: 131009, details: 'The recipient number is not valid' };
    if (body.type === 'text') {
      return body.text.body.length > 4096 ? { code: 100, details: 'body is too long' } : undefined;
    }
    const languages = this.templates.get(body.template.name);
    const template = languages?.find(({ language }) => language === body.template.language.code);
    if (!template) return { code: 132001, status: 404, details: 'template does not exist in that language' };
    const components = (body.template.components ?? []) as { type: string; parameters: { text: string }[] }[];
    const inBody = components.find(({ type }) => type === 'body')?.parameters ?? [];
    if (inBody.length !== template.parameters) return { code: 132000, details: 'parameters do not match' };
    if (template.category !== 'authentication') return undefined;
    const [code = ''] = inBody.map(({ text }) => text);
    const button = components.find(({ type }) => type === 'button')?.parameters[0]?.text;
    if (button !== code) return { code: 131008, details: 'button parameter is missing' };
    return code.length > 15 ? { code: 132005, details: 'code is too long' } : undefined;
  }

  #debugToken(url: URL, response: ServerResponse): void {
    const data =
      url.searchParams.get('input_token') === META.token
        ? { is_valid: true, expires_at: this.tokenExpiresAt, scopes: this.tokenScopes, type: 'SYSTEM_USER' }
        : { is_valid: false, scopes: [] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  }
}

/** A webhook call's bytes and the signature over them. */
export function signed(value: object, secret: string = META.appSecret): { body: Buffer; signature: string } {
  const body = Buffer.from(JSON.stringify(value));
  return { body, signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

/** Meta's envelope around what happened to one number. */
export const envelope = (value: object, phoneId: string = META.phoneId): object => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: phoneId },
            ...value,
          },
        },
      ],
    },
  ],
});

const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1_000));

export const inbound = (id: string, from: string, text: string, at: Date): object => ({
  contacts: [{ profile: { name: 'Ana 🌵' }, wa_id: from }],
  messages: [{ id, from, timestamp: seconds(at), type: 'text', text: { body: text } }],
});

export const status = (
  id: string,
  name: string,
  at: Date,
  more: { code?: number; reference?: string } = {},
): object => ({
  statuses: [
    {
      id,
      status: name,
      timestamp: seconds(at),
      recipient_id: '56912345678',
      ...(more.reference !== undefined && { biz_opaque_callback_data: more.reference }),
      ...(more.code !== undefined && {
        errors: [{ code: more.code, title: 'Some title', error_data: { details: 'Some details.' } }],
      }),
    },
  ],
});
