/** An exception of Odoo's, as it comes over the wire. */
export class OdooFault extends Error {
  override readonly name: string;
  /** Of JSON-2. */
  readonly status: number;
  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export const accessDenied = () => new OdooFault('odoo.exceptions.AccessDenied', 'Access Denied', 403);
export const accessError = (model: string) =>
  new OdooFault(
    'odoo.exceptions.AccessError',
    `You are not allowed to access '${model}' records.\n\nThis operation is allowed for the following groups:\n\t- Role / Administrator`,
    403,
  );
export const missingError = (model: string, id: number) =>
  new OdooFault(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: 5)`,
    404,
  );
export const valueError = (message: string) => new OdooFault('builtins.ValueError', message, 500);
export const userError = (message: string) => new OdooFault('odoo.exceptions.UserError', message, 422);
export const validationError = (message: string) =>
  new OdooFault('odoo.exceptions.ValidationError', message, 422);
