import { UserRoundPlus, UsersRound } from 'lucide-react';
import type { Area } from '#areas/area.ts';

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
};
