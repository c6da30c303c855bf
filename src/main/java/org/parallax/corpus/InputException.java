package org.parallax.corpus;

/** Input that cannot be used as a whole: the message names what, where and the remedy. Ends in exit code 2. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
