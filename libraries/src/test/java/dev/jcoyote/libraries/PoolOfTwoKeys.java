package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import org.apache.commons.pool.BaseKeyedPoolableObjectFactory;
import org.apache.commons.pool.impl.GenericKeyedObjectPool;

/** Commons Pool: whoever waits for one key must not make others wait for another key (POOL-146). */
final class PoolOfTwoKeys implements TestBody {
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the older version knows no generics
    public void run() throws InterruptedException {
        GenericKeyedObjectPool pool = new GenericKeyedObjectPool(new Names(), 1);
        Crew.run(
                () -> {
                    Object first = pool.borrowObject("one");
                    Object second = pool.borrowObject("two");
                    pool.returnObject("two", second);
                    pool.returnObject("one", first);
                },
                () -> pool.returnObject("one", pool.borrowObject("one")));
        Check.equal(0, pool.getNumActive());
    }

    /** Makes objects. */
    @SuppressWarnings("rawtypes")
    private static final class Names extends BaseKeyedPoolableObjectFactory {
        @Override
        public Object makeObject(Object key) {
            return new StringBuilder(key.toString());
        }
    }
}
