export { validatorOperations, type ValidatorParts } from './operations.ts';
