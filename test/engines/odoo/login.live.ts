import { install, start } from './live.ts';
import { loginFlow } from './login-flow.ts';

/** The same against the real Odoo 19; run by `./smarteros test engines`. */
const reason = install();
if (reason !== undefined) throw new Error(reason);
loginFlow('live 19', '19.0', start);
