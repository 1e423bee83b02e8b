export { contactFieldEvents, fieldDropped } from './events.ts';
export { changeValues, fieldTerm, fieldTerms } from './rules.ts';
export { fieldInput, FieldValue, type ContactField, type FieldValues } from './schema.ts';
export { findDropped, holdFields, listFields, removeField } from './store.ts';
export { readBoolean, readValue } from './text.ts';
