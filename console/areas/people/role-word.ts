import { useScopeWords } from '#components/scopes/scopes.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';

/** The roles that can be given, by what the API calls them, and what people call them. */
export function useRoles() {
  const may = useMay();
  const { roleWord } = useScopeWords();
  const { data } = useApi('/roles', {}, { enabled: may('roles:read') });
  const roles = data?.data ?? [];
  /** A role's id, or the name of one that every company has. */
  const wordOf = (role: string): string => {
    const own = roles.find(({ id, builtIn }) => !builtIn && id === role);
    return own?.name ?? roleWord(role);
  };
  const given = roles.filter(({ name, builtIn }) => !builtIn || name !== 'owner');
  return {
    wordOf,
    options: given.map(({ id, name, builtIn }) => ({
      value: builtIn ? name : id,
      label: builtIn ? roleWord(name) : name,
    })),
  };
}
