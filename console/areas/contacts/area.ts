import { UserPlus, Users } from 'lucide-react';
import type { Area } from '#areas/area.ts';
import { lazyCard } from '#areas/lazy-card.tsx';

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
  ],
  live: {
    'contact.created': CONTACTS,
    'contact.updated': CONTACTS,
    'contact.deleted': CONTACTS,
    'contact.message_received': CONTACTS,
    'import.finished': CONTACTS,
  },
  Card: lazyCard(() => import('./card.tsx').then((module) => module.ContactsCard)),
};
