import type { Message } from '#test/engines/chatwoot/data.ts';
import type { ChatwootServer } from '#test/engines/chatwoot/server.ts';

const PEOPLE =
  'Marta Rojas|Pedro Díaz|Comercial Ñuñoa Ltda.|Ximena Contreras|Ferretería Los Aromos|José Miguel Errázuriz|Ana María Huenchullán|Kiosco La Esquina|Rodrigo Sepúlveda|Constanza Vergara'.split(
    '|',
  );
const ASKED =
  '¿Tienen despacho a Ñuñoa?|Hola, quiero cotizar 20 sacos de cemento.|¿A qué hora abren mañana?|Mi pedido llegó incompleto, faltan dos cajas.|¿Me pueden mandar la factura?'.split(
    '|',
  );
const ANSWERED =
  'Sí, despachamos el mismo día.|Claro, le enviamos la cotización en un momento.|Abrimos a las 9:00.|Lamentamos la molestia; las enviamos hoy.'.split(
    '|',
  );
const STATUSES = ['open', 'open', 'open', 'resolved', 'open', 'pending', 'snoozed'];
const MANY = 40;
const HUGE = 10_000;
const LONG = 2_000;
const HOUR_S = 3_600;
const CUSTOMER = 0;
const COMPANY = 1;
const ACTIVITY = 2;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** What a shop talks about, in every account that is still empty. The first has it all: notes, files, who did what. */
export function fillChatwoot(server: ChatwootServer, huge: boolean): void {
  const { tables } = server;
  for (const { id: account } of tables.accounts) {
    if (tables.conversations.some((one) => one.account === account)) continue;
    const inbox = tables.inboxes.find((one) => one.account === account);
    if (!inbox) continue;
    const agent = server.addUser({ name: 'Carolina Soto', email: `carolina-${account}@example.cl` });
    const now = server.now();
    const contacts = PEOPLE.map((name, index) => {
      const id = tables.contacts.length + 1;
      tables.contacts.push({
        id,
        account,
        name,
        email: index % 3 === 0 ? `cliente${id}@example.cl` : null,
        phone_number: `+5698765${String(4000 + id)}`,
        identifier: null,
        custom_attributes: {},
        created_at: now - HOUR_S * 900,
        last_activity_at: now,
      });
      tables.joined.push({ contact: id, inbox: inbox.id, source_id: `walk-${account}-${id}` });
      return { id, name };
    });
    const say = (
      conversation: number,
      type: number,
      content: string,
      ago: number,
      more: Partial<Message> = {},
    ): void => {
      const customer = at(contacts, conversation - 1);
      tables.messages.push({
        id: tables.messages.length + 1,
        account,
        conversation,
        content,
        message_type: type,
        private: false,
        sender:
          type === CUSTOMER
            ? { id: customer.id, name: customer.name, type: 'contact' }
            : { id: agent.id, name: agent.name, type: 'user' },
        created_at: now - ago,
        ...more,
      });
    };
    for (let id = 1; id <= (huge ? HUGE : MANY); id++) {
      const ago = id * HOUR_S * 3;
      tables.conversations.push({
        id,
        account,
        inbox_id: inbox.id,
        contact: at(contacts, id - 1).id,
        status: at(STATUSES, id - 1),
        assignee: id % 3 === 2 ? agent.id : null,
        unread_count: id % 4 === 1 ? (id % 3) + 1 : 0,
        created_at: now - ago - HOUR_S,
      });
      if (id === 2) for (let n = 0; n < LONG; n++) say(id, n % 2, `Mensaje ${n + 1}`, ago + (LONG - n) * 600);
      say(id, CUSTOMER, at(ASKED, id), ago);
      if (id % 4 !== 1) say(id, COMPANY, at(ANSWERED, id), ago - 600);
    }
    say(1, ACTIVITY, 'Carolina Soto se asignó esta conversación', 900, { sender: null });
    say(1, COMPANY, 'Buenos días, Marta. Lo reviso y le cuento.', 800);
    say(1, COMPANY, 'Ojo: la semana pasada también reclamó por el despacho.', 700, { private: true });
    say(1, CUSTOMER, 'Gracias. Le mando la foto de la boleta.', 600, {
      attachments: [
        { file_type: 'image', data_url: 'https://chatwoot.example.cl/rails/boleta.jpg' },
        { file_type: 'file', data_url: 'javascript:alert(1)' },
      ],
    });
  }
}
