package org.parallax.config;

/** A setting that cannot be used: the message names file, line, key, value and remedy. Ends in exit code 1. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
