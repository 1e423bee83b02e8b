import type { Operation } from '#core/operation.ts';
import { bots, conversations, health, messages, sendMessage } from './operations.ts';

export const botpressOperations: readonly Operation[] = [bots, conversations, messages, sendMessage, health];
