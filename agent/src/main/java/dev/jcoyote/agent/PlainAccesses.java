package dev.jcoyote.agent;

/** What becomes of the accesses of plain fields and array elements. */
enum PlainAccesses {
    /** They stay as they are. */
    UNHEARD(Hook.PLAIN, Hook.PLAIN_STATIC, Hook.PLAIN_ARRAY),
    /** They are heard, and are scheduling points where somebody wants that while the program runs. */
    HEARD(Hook.PLAIN, Hook.PLAIN_STATIC, Hook.PLAIN_ARRAY),
    /** They are scheduling points. */
    POINTS(Hook.POINT, Hook.STATIC_POINT, Hook.ARRAY_POINT);

    /** Before the access of an instance field. */
    final Hook field;

    /** Before that of a static one. */
    final Hook staticField;

    /** Before that of an element. */
    final Hook element;

    PlainAccesses(Hook field, Hook staticField, Hook element) {
        this.field = field;
        this.staticField = staticField;
        this.element = element;
    }
}
