package org.parallax.table;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * The process that writes into an output folder.
 *
 * @param host name of its machine
 * @param pid its process id there
 * @param started when that process started, because ids are used again
 */
record Owner(String host, long pid, String started) {

    /** This process. */
    static Owner here() {
        return new Owner(machine(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));
    }

    /** Whether it is known to have ended; of another machine's processes nothing is known. */
    boolean ended() {
        return host.equals(machine())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(p -> !startOf(p).equals(started))
                        .orElse(true);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host + ", started " + started;
    }
}
