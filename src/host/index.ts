export type HostCommandName = 'up' | 'down' | 'status' | 'logs' | 'doctor' | 'setup';
export type HostCommand = (args: string[]) => Promise<number>;

/** The commands that run without the API, by name; each answers the exit code. Loaded when called: `down` needs little. */
export const hostCommands: Record<HostCommandName, HostCommand> = {
  up: async (args) => (await import('#host/up.ts')).up(args),
  down: async (args) => (await import('#host/down.ts')).down(args),
  status: async (args) => (await import('#host/status.ts')).status(args),
  logs: async (args) => (await import('#host/logs.ts')).logs(args),
  setup: async (args) => (await import('#host/setup.ts')).setup(args),
  doctor: async (args) => (await import('#host/doctor.ts')).doctor(args),
};
