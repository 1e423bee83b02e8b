/**
 * Every error that a caller can meet. A code is stable for ever; its words may improve. `title` is for people
 * outside; the cause stays in the log (ARCHITECTURE §5.3). Rendered as RFC 9457 problem documents.
 */
export type Language = 'en' | 'es';
type Words = Readonly<Record<Language, string>>;

export const ERRORS = {
  invalid_input: {
    status: 400,
    title: { en: 'The request has invalid values.', es: 'La solicitud tiene valores inválidos.' },
  },
  malformed_request: {
    status: 400,
    title: { en: 'The request could not be read.', es: 'No se pudo leer la solicitud.' },
  },
  unauthenticated: {
    status: 401,
    title: { en: 'A valid credential is needed.', es: 'Se necesita una credencial válida.' },
  },
  forbidden: {
    status: 403,
    title: { en: 'This credential may not do that.', es: 'Esta credencial no permite hacer eso.' },
  },
  step_up_required: {
    status: 403,
    title: {
      en: 'Confirm that it is you first.',
      es: 'Confirme primero que es usted.',
    },
  },
  tenant_required: {
    status: 403,
    title: { en: 'Choose a company first.', es: 'Elija primero una empresa.' },
  },
  otp_invalid: {
    status: 401,
    title: { en: 'The code is not right.', es: 'El código no es correcto.' },
  },
  otp_expired: {
    status: 401,
    title: {
      en: 'The code is no longer valid. Ask for a new one.',
      es: 'El código ya no es válido. Pida uno nuevo.',
    },
  },
  setup_token_invalid: {
    status: 403,
    title: {
      en: 'This link no longer makes anybody the operator. Print a new one on the machine: ./smarteros setup',
      es: 'Este enlace ya no sirve para nombrar al operador. Imprima otro en el equipo: ./smarteros setup',
    },
  },
  second_factor_required: {
    status: 401,
    title: { en: 'Now show your second factor.', es: 'Muestre ahora su segundo factor.' },
  },
  proof_invalid: {
    status: 401,
    title: { en: 'The proof is not right.', es: 'La prueba no es correcta.' },
  },
  ticket_expired: {
    status: 401,
    title: {
      en: 'This login took too long. Start again.',
      es: 'Este ingreso tardó demasiado. Comience de nuevo.',
    },
  },
  login_failed: {
    status: 401,
    title: {
      en: 'User name or password is not right.',
      es: 'El usuario o la contraseña no es correcto.',
    },
  },
  federation_failed: {
    status: 401,
    title: {
      en: 'The login at the other site did not work out. Start again.',
      es: 'El ingreso por el otro sitio no resultó. Comience de nuevo.',
    },
  },
  identity_unknown: {
    status: 403,
    title: {
      en: 'Nobody has linked this account yet.',
      es: 'Nadie ha vinculado esta cuenta todavía.',
    },
  },
  otp_tries_exceeded: {
    status: 429,
    title: {
      en: 'Too many wrong codes. Ask for a new one.',
      es: 'Demasiados códigos incorrectos. Pida uno nuevo.',
    },
  },
  challenge_required: {
    status: 403,
    title: {
      en: 'Solve the challenge and send its solution along.',
      es: 'Resuelva el desafío y envíe su solución.',
    },
  },
  phone_country_not_allowed: {
    status: 403,
    title: {
      en: 'No codes are sent to numbers of this country.',
      es: 'No se envían códigos a números de este país.',
    },
  },
  refresh_invalid: {
    status: 401,
    title: { en: 'The session has ended. Log in again.', es: 'La sesión terminó. Ingrese de nuevo.' },
  },
  insufficient_scope: {
    status: 403,
    title: { en: 'The credential lacks a scope.', es: 'A la credencial le falta un permiso.' },
  },
  tenant_suspended: {
    status: 403,
    title: { en: 'This company is suspended.', es: 'Esta empresa está suspendida.' },
  },
  tenant_closing: {
    status: 403,
    title: {
      en: 'This company is about to be deleted: its owner may read and export, and undo it.',
      es: 'Esta empresa está por eliminarse: su dueño puede leer, exportar y deshacerlo.',
    },
  },
  origin_not_allowed: {
    status: 403,
    title: { en: 'This origin is not allowed.', es: 'Este origen no está permitido.' },
  },
  not_found: {
    status: 404,
    title: { en: 'There is nothing here by that name.', es: 'No existe nada con ese nombre.' },
  },
  method_not_allowed: {
    status: 405,
    title: { en: 'This method is not supported here.', es: 'Este método no se admite aquí.' },
  },
  conflict: {
    status: 409,
    title: { en: 'The state does not allow that.', es: 'El estado actual no lo permite.' },
  },
  tax_id_taken: {
    status: 409,
    title: {
      en: 'A company with this tax id exists already.',
      es: 'Ya existe una empresa con este identificador tributario.',
    },
  },
  too_many_webhooks: {
    status: 409,
    title: {
      en: 'A company has 50 webhooks at the most. Delete one first.',
      es: 'Una empresa tiene a lo más 50 webhooks. Elimine uno primero.',
    },
  },
  webhook_disabled: {
    status: 409,
    title: {
      en: 'This webhook is switched off. Switch it on first.',
      es: 'Este webhook está desactivado. Actívelo primero.',
    },
  },
  whatsapp_window_closed: {
    status: 409,
    title: {
      en: 'This person has not written in the last 24 hours: send an approved template instead of text.',
      es: 'Esta persona no ha escrito en las últimas 24 horas: envíe una plantilla aprobada en vez de texto.',
    },
  },
  whatsapp_unreachable: {
    status: 409,
    title: {
      en: 'WhatsApp could not deliver to this number. Check it; if you have confirmed a mail address, the code goes there.',
      es: 'WhatsApp no pudo entregar mensajes a este número. Revíselo; si confirmó un correo, el código llega allí.',
    },
  },
  contact_held: {
    status: 409,
    title: {
      en: 'A legal hold covers this contact: it can’t be deleted until the hold is released.',
      es: 'Una retención legal cubre este contacto: no se puede eliminar hasta que se levante.',
    },
  },
  last_owner: {
    status: 409,
    title: {
      en: 'A company needs at least one owner. Make somebody else an owner first.',
      es: 'Una empresa necesita al menos un dueño. Nombre primero a otra persona.',
    },
  },
  invitation_invalid: {
    status: 410,
    title: {
      en: 'This invitation is no longer valid. Ask for a new one.',
      es: 'Esta invitación ya no es válida. Pida una nueva.',
    },
  },
  invitation_not_yours: {
    status: 403,
    title: {
      en: 'This invitation was sent to somebody else. Log in with the number or mail address that received it.',
      es: 'Esta invitación se envió a otra persona. Ingrese con el número o correo que la recibió.',
    },
  },
  idempotency_in_progress: {
    status: 409,
    title: {
      en: 'The same request is still being worked on.',
      es: 'La misma solicitud todavía se está procesando.',
    },
  },
  version_conflict: {
    status: 412,
    title: {
      en: 'It was changed by somebody else in the meantime.',
      es: 'Otra persona lo modificó mientras tanto.',
    },
  },
  payload_too_large: {
    status: 413,
    title: { en: 'The request is too large.', es: 'La solicitud es demasiado grande.' },
  },
  unsupported_media_type: { status: 415, title: { en: 'Send JSON.', es: 'Envíe JSON.' } },
  idempotency_key_reused: {
    status: 422,
    title: {
      en: 'This idempotency key was used for another request.',
      es: 'Esta clave de idempotencia ya se usó para otra solicitud.',
    },
  },
  rate_limited: { status: 429, title: { en: 'Too many requests.', es: 'Demasiadas solicitudes.' } },
  engine_not_connected: {
    status: 409,
    title: {
      en: 'This company has no such engine yet. Connect it first.',
      es: 'Esta empresa todavía no tiene ese sistema. Conéctelo primero.',
    },
  },
  engine_not_ready: {
    status: 409,
    title: {
      en: 'The engine is still being set up, or was suspended, for this company.',
      es: 'El sistema todavía se está preparando, o está suspendido, para esta empresa.',
    },
  },
  engine_unreachable: {
    status: 502,
    title: {
      en: 'The engine did not answer. Nothing was changed.',
      es: 'El sistema no respondió. No se cambió nada.',
    },
  },
  engine_rejected_credentials: {
    status: 502,
    title: {
      en: 'The engine rejected the credentials that are kept for it.',
      es: 'El sistema rechazó las credenciales guardadas para él.',
    },
  },
  engine_not_found: {
    status: 404,
    title: { en: 'The engine has nothing by that name.', es: 'El sistema no tiene nada con ese nombre.' },
  },
  engine_conflict: {
    status: 409,
    title: { en: 'The engine’s state does not allow that.', es: 'El estado del sistema no lo permite.' },
  },
  engine_rate_limited: {
    status: 429,
    title: {
      en: 'The engine has had too many requests.',
      es: 'El sistema recibió demasiadas solicitudes.',
    },
  },
  engine_invalid: {
    status: 422,
    title: { en: 'The engine does not accept that.', es: 'El sistema no acepta eso.' },
  },
  engine_forbidden: {
    status: 403,
    title: { en: 'The engine does not allow that.', es: 'El sistema no permite eso.' },
  },
  engine_unsupported: {
    status: 501,
    title: {
      en: 'This engine, in this version or set-up, can’t do that.',
      es: 'Este sistema, en esta versión o configuración, no puede hacer eso.',
    },
  },
  engine_outcome_unknown: {
    status: 504,
    title: {
      en: 'The engine did not say whether it did it. Look there before you try again.',
      es: 'El sistema no dijo si lo hizo. Revise allí antes de intentar de nuevo.',
    },
  },
  dry_run_impossible: {
    status: 422,
    title: {
      en: 'A dry run of this isn’t possible: what an engine did can’t be rolled back.',
      es: 'Esto no se puede ensayar: lo que un sistema hizo no se puede revertir.',
    },
  },
  internal: {
    status: 500,
    title: { en: 'Something went wrong on our side.', es: 'Algo falló de nuestro lado.' },
  },
  unavailable: {
    status: 503,
    title: {
      en: 'The service is not available right now.',
      es: 'El servicio no está disponible en este momento.',
    },
  },
} as const satisfies Record<string, { status: number; title: Words }>;

export type ErrorCode = keyof typeof ERRORS;

/** One bad value: where it stands, and what was expected there. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: Words;
}

export interface ErrorOptions {
  /** Safe words for the caller. Never put a secret, a path, SQL or another tenant's data here. */
  readonly detail?: Words;
  readonly fields?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  /** What a program needs to go on, e.g. the challenge to solve; as safe as `detail`. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Extra response headers, e.g. WWW-Authenticate. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log only. */
  readonly cause?: unknown;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly options: ErrorOptions;

  constructor(code: ErrorCode, options: ErrorOptions = {}) {
    super(options.detail?.en ?? ERRORS[code].title.en, { cause: options.cause });
    this.code = code;
    this.options = options;
  }
}

/** An `invalid_input` about a single field. */
export function invalidField(field: string, code: string, message: Words): AppError {
  return new AppError('invalid_input', { fields: [{ field, code, message }] });
}

/** RFC 9457 problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly errors?: readonly { field: string; code: string; message: string }[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
}

/** Anything that isn't an AppError is our own fault and says nothing about itself outside. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', { cause: error });
}

export function toProblem(error: AppError, language: Language, requestId?: string): Problem {
  const { status, title } = ERRORS[error.code];
  const { detail, fields, data } = error.options;
  return {
    type: `urn:smarteros:error:${error.code}`,
    title: title[language],
    status,
    code: error.code,
    ...(detail && { detail: detail[language] }),
    ...(fields && {
      errors: fields.map((f) => ({ field: f.field, code: f.code, message: f.message[language] })),
    }),
    ...(data && { data }),
    ...(requestId && { requestId }),
  };
}
