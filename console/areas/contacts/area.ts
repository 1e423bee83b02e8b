import { UserPlus, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
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
  ],
  live: {
    'contact.created': CONTACTS,
    'contact.updated': CONTACTS,
    'contact.deleted': CONTACTS,
    'contact.message_received': CONTACTS,
    'import.finished': CONTACTS,
  },
  Card: dynamic(() => import('./card.tsx').then((module) => module.ContactsCard)),
};
