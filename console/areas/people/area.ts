import { UserRoundPlus, UsersRound } from 'lucide-react';
import type { Area } from '#areas/area.ts';
import { lazyAttention } from '#areas/matter.tsx';

const PEOPLE = ['/members', '/invitations'];

export const peopleArea: Area = {
  id: 'people',
  title: 'people.title',
  href: '/people',
  icon: UsersRound,
  scope: 'members:read',
  key: 'p',
  group: 'company',
  actions: [
    {
      id: 'people.invite',
      title: 'people.invite',
      icon: UserRoundPlus,
      scope: 'invitations:write',
      href: '/people?tab=invitations&new=1',
    },
  ],
  live: {
    'member.removed': PEOPLE,
    'invitation.created': PEOPLE,
    'engine.person_changed': PEOPLE,
  },
  Attention: lazyAttention(() => import('./attention.tsx').then((module) => module.PeopleAttention)),
};
