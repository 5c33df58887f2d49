/** An error that the user can mend: told in one line, without a stack. */
export class UserError extends Error {}
