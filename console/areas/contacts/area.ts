import { FileUp, GitMerge, UserPlus, Users } from 'lucide-react';
import type { Area } from '#areas/area.ts';

const CONTACTS = ['/contacts'];

export const contactsArea: Area = {
  id: 'contacts',
  title: 'contacts.title',
  href: '/contacts',
  icon: Users,
  scope: 'contacts:read',
  key: 'c',
  group: 'work',
  actions: [
    {
      id: 'contacts.new',
      title: 'contacts.new',
      icon: UserPlus,
      scope: 'contacts:write',
      href: '/contacts?new=1',
    },
    {
      id: 'contacts.import',
      title: 'contacts.import',
      icon: FileUp,
      scope: 'contacts:write',
      href: '/contacts/import',
    },
    {
      id: 'contacts.duplicates',
      title: 'contacts.duplicates',
      icon: GitMerge,
      scope: 'contacts:read',
      href: '/contacts/duplicates',
    },
  ],
  live: {
    'contact.created': CONTACTS,
    'contact.updated': CONTACTS,
    'contact.deleted': CONTACTS,
    'contact.message_received': CONTACTS,
    'contact.merged': CONTACTS,
    'contact.unmerged': CONTACTS,
    'consent.given': ['/consents', ...CONTACTS],
    'consent.withdrawn': ['/consents', ...CONTACTS],
    'import.started': ['/imports'],
    'import.progressed': ['/imports'],
    'import.finished': ['/imports', ...CONTACTS],
  },
};
