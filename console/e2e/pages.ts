/** By name: the path, and what is on it once it has loaded. */
export type Pages = Readonly<Record<string, readonly [path: string, ready: string]>>;

/** Given as names: it has to show as text. */
export const MARKUP = '<img src=x onerror=alert(1)>';

/** For whoever is logged in, in a company without engines. */
export const PAGES: Pages = {
  home: ['/', 'Contactos nuevos'],
  contacts: ['/contacts', 'Ana Pérez'],
  'contacts-new': ['/contacts?new=1', 'Guardar'],
  'contacts-none': ['/contacts?q=nadie', 'Ningún contacto coincide'],
  'conversations-none': ['/conversations', 'Conecte Chatwoot'],
  'workflows-none': ['/workflows', 'Conecte n8n'],
  'executions-none': ['/workflows/executions', 'Conecte n8n'],
  engines: ['/engines', 'También disponibles'],
  engine: ['/engines/view?engine=chatwoot', 'Conectar su propio Chatwoot'],
  'engine-connect': ['/engines/view?engine=n8n&do=connect', 'Probar y conectar'],
  'contacts-import': ['/contacts/import', 'Suba su lista'],
  'contacts-fields-none': ['/contacts/fields', 'Todavía no hay campos'],
  'contacts-duplicates-none': ['/contacts/duplicates', 'No hay contactos que parezcan'],
  erp: ['/erp', 'Ventas'],
  dashboards: ['/dashboards', 'Paneles'],
  data: ['/data', 'Datos'],
  people: ['/people', 'Usted'],
  'people-invitations': ['/people?tab=invitations', 'Pendiente'],
  'people-invite': ['/people?new=1', 'Enviar invitación'],
  'people-roles': ['/people?tab=roles', 'Contador'],
  'people-role-new': ['/people?tab=roles&new=1', 'Plazos de conservación'],
  api: ['/api', MARKUP],
  'api-new': ['/api?new=1', 'Crear clave'],
  'api-none': ['/api?q=nadie', 'Ninguna clave coincide'],
  'api-accounts': ['/api?tab=accounts', 'Todavía no hay cuentas de servicio'],
  'api-accounts-new': ['/api?tab=accounts&new=1', 'Crear cuenta'],
  'api-agents': ['/api?tab=agents', 'Ningún agente tiene acceso'],
  'api-connect': ['/api?tab=connect&client=cursor', 'mcpServers'],
  'api-try': ['/api?tab=try', 'Llamar'],
  webhooks: ['/webhooks', MARKUP],
  'webhooks-new': ['/webhooks?new=1', 'Todos los eventos'],
  'webhooks-in': ['/webhooks?tab=in', 'Nada recibido todavía'],
  audit: ['/audit', 'Cuándo'],
  'audit-none': ['/audit?action=nada', 'Nada coincide con estos filtros'],
  privacy: ['/privacy', 'Nadie ha pedido nada'],
  'privacy-consents': ['/privacy?tab=consents', 'Aquí verá quién aceptó qué'],
  'privacy-breaches': ['/privacy?tab=breaches', 'No hay brechas registradas'],
  'privacy-retention': ['/privacy?tab=retention', 'Se conservan'],
  account: ['/account', 'Sesiones abiertas'],
  'account-phone': ['/account?change=phone', 'Entrará solo con el número nuevo'],
  'account-email': ['/account?change=email', 'Avisaremos a su celular'],
  'privacy-holds': ['/privacy?tab=holds', 'Nada está retenido'],
  'privacy-register': ['/privacy?tab=register', 'Política de privacidad'],
  settings: ['/settings', 'Sin verificar'],
};
export const STRANGER_PAGES: typeof PAGES = {
  login: ['/login', 'Enviar código'],
  join: ['/join', 'Al enlace le falta'],
  setup: ['/setup', 'ya está en marcha'],
  'setup-list-stranger': ['/setup?step=list', 'Primera empresa'],
};
