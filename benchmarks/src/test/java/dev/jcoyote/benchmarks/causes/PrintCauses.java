package dev.jcoyote.benchmarks.causes;
import dev.jcoyote.benchmarks.corpus.*;
import dev.jcoyote.explain.cause.Cause;
public class PrintCauses {
  public static void main(String[] a) throws Exception {
    dev.jcoyote.SystematicTesting.explore(dev.jcoyote.Configuration.defaults().withIterations(1).withOutputDirectory(null), () -> {});
    for (Program p : Corpus.named(a[1])) {
      if (p.defect() == Defect.NONE) continue;
      long t=System.nanoTime();
      try {
      Cause c = Causes.of(a[0], p.body());
      System.out.println("=== " + p.name() + " " + (c == null ? "not found" : c.kind() + " flips " + c.flips() + " passing " + c.passing()) + " " + (System.nanoTime()-t)/1000000 + "ms");
      if (c != null) { c.places().forEach(x -> System.out.println("   " + x)); System.out.println(c.text()); }
      } catch (Throwable e) { System.out.println("=== " + p.name()+" "+e); e.printStackTrace(System.out); }
    }
  }
}
