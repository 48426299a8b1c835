package io.presencemedic.access.grant;

/** The roles by the names that {@code @RolesAllowed} takes. */
public final class Roles {
    /** Reads; every key may. */
    public static final String VIEWER = "viewer";
    /** Runs diagnoses and jobs. */
    public static final String OPERATOR = "operator";
    /** Answers approvals. */
    public static final String APPROVER = "approver";
    /** Keeps the inventory, the keys and the webhooks. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
