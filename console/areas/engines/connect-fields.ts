/** What an instance of one's own is reached with. A check compares the names with what the connectors take. */
export interface ConnectField {
  readonly name: string;
  readonly in: 'credentials' | 'settings';
  /** Of its words in the messages: `field.<label>` and `fieldHint.<label>`. */
  readonly label: Label;
  readonly optional?: true;
  readonly number?: true;
}

type Label =
  | 'accountId'
  | 'apiKey'
  | 'botToken'
  | 'database'
  | 'embeddingSecret'
  | 'login'
  | 'metabaseKey'
  | 'mount'
  | 'namespace'
  | 'odooKey'
  | 'roleId'
  | 'secretId'
  | 'serviceRole'
  | 'userToken'
  | 'webhookHeader'
  | 'webhookToken'
  | 'workspaceId';

export interface ConnectForm {
  readonly fields: readonly ConnectField[];
  /** Where all of its customers are. */
  readonly url?: string;
}

export const CONNECT_FORMS: Readonly<Record<string, ConnectForm>> = {
  botpress: {
    url: 'https://api.botpress.cloud',
    fields: [
      { name: 'token', in: 'credentials', label: 'botToken' },
      { name: 'workspaceId', in: 'settings', label: 'workspaceId' },
    ],
  },
  chatwoot: {
    fields: [
      { name: 'userToken', in: 'credentials', label: 'userToken' },
      { name: 'accountId', in: 'settings', label: 'accountId', optional: true, number: true },
    ],
  },
  metabase: {
    fields: [
      { name: 'apiKey', in: 'credentials', label: 'metabaseKey' },
      { name: 'embeddingSecret', in: 'credentials', label: 'embeddingSecret', optional: true },
    ],
  },
  n8n: {
    fields: [
      { name: 'apiKey', in: 'credentials', label: 'apiKey' },
      { name: 'webhookHeader', in: 'credentials', label: 'webhookHeader', optional: true },
      { name: 'webhookToken', in: 'credentials', label: 'webhookToken', optional: true },
    ],
  },
  odoo: {
    fields: [
      { name: 'database', in: 'settings', label: 'database' },
      { name: 'login', in: 'credentials', label: 'login', optional: true },
      { name: 'apiKey', in: 'credentials', label: 'odooKey' },
    ],
  },
  supabase: { fields: [{ name: 'serviceRole', in: 'credentials', label: 'serviceRole' }] },
  vault: {
    fields: [
      { name: 'roleId', in: 'credentials', label: 'roleId' },
      { name: 'secretId', in: 'credentials', label: 'secretId' },
      { name: 'mount', in: 'settings', label: 'mount', optional: true },
      { name: 'namespace', in: 'settings', label: 'namespace', optional: true },
    ],
  },
};

/** What is no secret, and so is seen while it is typed. */
export const PLAIN: ReadonlySet<string> = new Set(['login', 'webhookHeader', 'roleId']);
