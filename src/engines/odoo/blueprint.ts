import type { Blueprint } from '#core/blueprint.ts';

/**
 * Databases are made through its database service, so lists of them stay open inside our network; the proxy keeps
 * `/web/database` away from everybody else. The master password can be given by file only. `auth_oauth` for all: else a
 * link that logs in would be unknown to Odoo as long as the browser has no database (src/engines/odoo/provision/login.ts).
 */
const CONF = `[options]
admin_passwd = \${secret:master}
db_host = postgres
db_port = 5432
db_user = odoo
db_password = \${secret:database}
data_dir = /var/lib/odoo
addons_path = /mnt/extra-addons
proxy_mode = True
list_db = True
server_wide_modules = base,rpc,web,auth_oauth
without_demo = True
`;

export const blueprint: Blueprint = {
  image: 'odoo',
  version: '19.0-20260421',
  supports: ['16.0', '17.0', '18.0', '19.0'],
  ports: [{ name: 'http', host: 8069, container: 8069 }],
  networks: ['smarter-net', 'tenants-net'],
  volumes: [
    { name: 'data', path: '/var/lib/odoo' },
    { name: 'addons', path: '/mnt/extra-addons' },
  ],
  env: {},
  files: { '/etc/odoo/odoo.conf': CONF },
  secrets: { master: 32, database: 32 },
  health: { path: '/web/health', status: [200] },
  // 116 MB idle and 150 MB in use were measured of a 19.0 in one process.
  resources: { memoryMb: 2048, cpus: 2, diskGb: 10, reserveMb: 160 },
  domains: ['erp', 'odoo'],
  needs: ['postgres'],
  licence: 'LGPL-3.0 (Community; Enterprise add-ons are proprietary)',
};
