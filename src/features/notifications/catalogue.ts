export { notificationOperations } from './operations.ts';
