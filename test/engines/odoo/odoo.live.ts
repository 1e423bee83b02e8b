import { contract } from './contract.ts';
import { install, start } from './live.ts';

/** The same against the real Odoo 19; run by `./smarteros test engines`. */
const reason = install();
if (reason !== undefined) throw new Error(reason);
contract('live 19', 19, start);
