package dev.jcoyote.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The result of a test, as Maven reports it.
 *
 * @param status {@code passed}, {@code failure}, {@code error} or {@code skipped}
 * @param text what the report says of it; empty if it passed
 */
record TestResult(String status, String text) {
    private static final String PASSED = "passed";

    static TestResult read(Path report, String method) {
        NodeList tests = parse(report).getElementsByTagName("testcase");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            if (test.getAttribute("name").equals(method)) {
                return of(test);
            }
            names.add(test.getAttribute("name"));
        }
        throw new IllegalStateException(report + " has no test " + method + ", but " + names);
    }

    boolean passed() {
        return status.equals(PASSED);
    }

    private static TestResult of(Element test) {
        for (String status : List.of("failure", "error", "skipped")) {
            NodeList found = test.getElementsByTagName(status);
            if (found.getLength() > 0) {
                return new TestResult(status, found.item(0).getTextContent());
            }
        }
        return new TestResult(PASSED, "");
    }

    private static Element parse(Path report) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read the report " + report, e);
        }
    }
}
