/** A fault that the operating system reported: its code, and on most calls the path it concerns. */
export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

/** Whether a thrown value is a fault of disk or network, and not one of this program. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' && 'code' in error;
}

/** The system's own words and code, without call and paths: `no space left on device (ENOSPC)`. */
export function systemReason(error: SystemError): string {
  const words = error.message.replace(/^[A-Z0-9]+: /, '').replace(/, \w+( '.*)?$/s, '');
  return `${words} (${error.code})`;
}
