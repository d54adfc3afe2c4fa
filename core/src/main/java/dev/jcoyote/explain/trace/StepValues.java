package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.values.PlainAccess;
import dev.jcoyote.explain.values.ValueTexts;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the steps of an execution have read and written, as short text; empty where that is not known. */
interface StepValues {
    /** Knows nothing. */
    StepValues NONE = new StepValues() {
        @Override
        public String before(Moment moment) {
            return "";
        }

        @Override
        public String after(Moment moment) {
            return "";
        }
    };

    /** What the place or the object held before the operation or the plain access. */
    String before(Moment moment);

    /** What it held after it. */
    String after(Moment moment);

    /** The same values, told in that way. */
    default StepValues told(UnaryOperator<String> way) {
        StepValues values = this;
        return new StepValues() {
            @Override
            public String before(Moment moment) {
                return way.apply(values.before(moment));
            }

            @Override
            public String after(Moment moment) {
                return way.apply(values.after(moment));
            }
        };
    }

    /** Those that were recorded beside the moments. */
    static StepValues of(ValueTexts texts) {
        List<PlainAccess> plain = texts.plainAccesses();
        return new StepValues() {
            @Override
            public String before(Moment moment) {
                return moment.type() == Moment.Type.PLAIN
                        ? moment.other() < plain.size()
                                ? plain.get(moment.other()).before()
                                : ""
                        : texts.before(moment.event());
            }

            @Override
            public String after(Moment moment) {
                return moment.type() == Moment.Type.PLAIN
                        ? moment.other() < plain.size()
                                ? plain.get(moment.other()).after()
                                : ""
                        : texts.after(moment.event());
            }
        };
    }
}
