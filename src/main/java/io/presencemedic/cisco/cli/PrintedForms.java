package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed words of the platform's answers, with the command that prints them. */
final class PrintedForms {
    private static final List<Form> FORMS = new ArrayList<>();
    private static final String ANY = ".{0,300}+";

    static {
        first(Kind.SERVICE_LIST, "Requesting service status", "(?:, please wait(?: ?[.…]{1,5})?)?+");
        form(Kind.SERVICE_LIST, "Service Manager is running", "");
        form(Kind.SERVICE_LIST, "Getting list of all services", "");
        form(Kind.SERVICE_LIST, ">> Return code =", " ?-?\\d{1,9}");
        form(Kind.SERVICE_LIST, "Primary Node", " ?= ?(?:true|false)");
        first(Kind.REPLICATION, "Server Time", " ?:.{4,80}+");
        first(Kind.REPLICATION, "Runtime state cannot be performed on a cluster with a single active node", ANY);
        first(Kind.REPLICATION, "Runtimestate cannot be performed on a cluster with a single active node", ANY);
        form(Kind.REPLICATION, "DB and Replication Services", " ?:.{1,80}+");
        form(Kind.REPLICATION, "DDB and Replication Services", " ?:.{1,80}+");
        form(Kind.REPLICATION, "DB CLI Status", " ?:" + ANY);
        form(Kind.REPLICATION, "Cluster Replication State", " ?:" + ANY);
        form(Kind.REPLICATION, "DB Version", " ?: ?\\S+");
        form(Kind.REPLICATION, "Number of replicated tables", " ?: ?\\d+");
        form(Kind.REPLICATION, "Repltimeout set to", " ?: ?\\d+ ?s?");
        form(Kind.REPLICATION, "PROCESS option set to", " ?: ?\\d+");
        form(Kind.REPLICATION, "Cluster Detailed View from", " \\S+ ?\\(\\d{1,4} Servers?\\) ?:?");
        form(Kind.REPLICATION, "PING ", "\\s*+(?:RPC|DB/RPC|CDR)" + ANY);
        form(Kind.REPLICATION, "SERVER-NAME", "\\s" + ANY);
        form(Kind.REPLICATION, "Replication status command", ANY);
        form(Kind.REPLICATION, "Replication repair command", ANY);
        form(Kind.REPLICATION, "BROADCAST SYNC", ANY);
        form(Kind.REPLICATION, "Last Sync Result", " ?:" + ANY);
        form(Kind.REPLICATION, "Sync Result", " ?:" + ANY);
        form(Kind.REPLICATION, "Sync Status", " ?:" + ANY);
        form(Kind.REPLICATION, "Sync Errors", " ?:" + ANY);
        form(Kind.REPLICATION, "Last Completed Table", " ?:" + ANY);
        form(Kind.REPLICATION, "No Errors or Mismatches", " found\\.?");
        form(Kind.REPLICATION, "Errors or Mismatches", ANY);
        form(Kind.REPLICATION, "Use CLI to see detail", ANY);
        form(Kind.REPLICATION, "Use 'file view", ANY);
        form(Kind.HIGH_AVAILABILITY, "Subcluster Name", " ?: ?\\S.{0,200}+");
        form(Kind.HIGH_AVAILABILITY, "Node ", "\\d{1,2} ?(?:Name ?:.{1,300}+|:?)");
        form(Kind.HIGH_AVAILABILITY, "Request SUCCESSFUL", "\\.?");
        form(Kind.HIGH_AVAILABILITY, "Initiate Manual ", "(?:Failover|Fallback) for Node" + ANY);
        form(Kind.NETWORK_CLUSTER, "Server Table (processnode) Entries", "");
        form(Kind.NETWORK_CLUSTER, "Dynamic Cluster Configuration", ANY);
        form(Kind.NETWORK_CLUSTER, "No Dynamic Cluster Configuration", ANY);
        first(Kind.CORE_FILES, "No core files found", "\\.?");
        first(Kind.CORE_FILES, "Size ", "\\s*+Date\\s++Core File Name");
        first(Kind.VERSION, "Active Master Version", " ?: ?\\d\\S*");
        form(Kind.VERSION, "Active Version Installed Software Options", " ?:?");
        form(Kind.VERSION, "No Installed Software Options Found", "\\.?");
        first(Kind.CONNECTIVITY, "This command can take up to", ANY);
        form(Kind.CONNECTIVITY, "Network connectivity test with", ANY);
        form(Kind.CONNECTIVITY, "Running test, please wait", "[.… ]*+");
        form(Kind.CONNECTIVITY, "Continue (y/n)", " ?\\??[ yn]{0,3}");
        first(Kind.DIAGNOSTIC_TESTS, "Log file:", " ?\\S+");
        form(Kind.DIAGNOSTIC_TESTS, "Starting diagnostic test(s)", " ?=*+");
        form(Kind.DIAGNOSTIC_TESTS, "test - ", "\\s*+[\\w-]{1,60}+\\s*+(?::|-{1,2}|—|–)\\s*+\\S" + ANY);
        form(Kind.DIAGNOSTIC_TESTS, "skip - ", "\\s*+[\\w-]{1,60}+\\s*+(?::|-{1,2}|—|–)\\s*+\\S" + ANY);
        form(Kind.DIAGNOSTIC_TESTS, "Diagnostics Completed", "\\.?");
        form(Kind.DIAGNOSTIC_TESTS, "The final output will be in Log file:", ANY);
        form(Kind.DIAGNOSTIC_TESTS, "Please use 'file view", ANY);
        form(Kind.HOSTS, "/etc/hosts File", " ?:");
        form(Kind.DATABASE_REPORT, "COMPLETED! Database report created", ANY);
        for (String mark : new String[] {"", "-> "}) {
            form(Kind.ACTIVE_SESSIONS, mark + "ActiveJsmSessions", "\\s*+[=:]\\s*+\\d{1,9}");
        }
        form(Kind.SQL_CHANGE, "Rows: ", "\\d{1,9}");
    }

    private record Form(Kind kind, String words, Pattern rest, boolean first) {
        Optional<PrintedLine> in(String text) {
            if (!text.regionMatches(true, 0, words, 0, words.length())) {
                return Optional.empty();
            }
            Matcher behind = rest.matcher(text).region(words.length(), text.length());
            return Optional.of(new PrintedLine(kind, behind.matches(), first));
        }
    }

    private PrintedForms() {}

    private static void form(Kind kind, String words, String rest) {
        FORMS.add(new Form(kind, words, Pattern.compile("(?i)" + rest), false));
    }

    private static void first(Kind kind, String words, String rest) {
        FORMS.add(new Form(kind, words, Pattern.compile("(?i)" + rest), true));
    }

    /** How many characters of a command's fixed words stand at a place of a text; 0 where there are none. */
    static int lengthAt(Kind kind, String text, int place) {
        for (Form form : FORMS) {
            if (form.kind == kind && text.regionMatches(true, place, form.words, 0, form.words.length())) {
                return form.words.length();
            }
        }
        return 0;
    }

    /** The form with which a text begins. */
    static Optional<PrintedLine> find(String text) {
        for (Form form : FORMS) {
            Optional<PrintedLine> found = form.in(text);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
