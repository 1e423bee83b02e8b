/** E.164 to what people read: `+56912345678` becomes `+56 9 1234 5678`. */
export function showPhone(phone: string): string {
  const [, kind, a, b] = /^\+56(9|\d)(\d{4})(\d{4})$/.exec(phone) ?? [];
  return kind ? `+56 ${kind} ${a} ${b}` : phone.replace(/^(\+\d{2})(\d+)$/, '$1 $2');
}
