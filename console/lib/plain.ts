/** As people type it in a hurry: `Auditoría` becomes `auditoria`. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
