package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares the coverage reports of the runs before: JaCoCo without jcoyote, and with it in each order. */
class CoverageCheck {
    @Test
    void withoutUsTheStoreIsCovered() throws Exception {
        assertTrue(
                counters("alone").contains("METHOD missed 0 covered 4"),
                counters("alone").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "late"})
    void withUsItIsCoveredTheSame(String run) throws Exception {
        assertFalse(counters(run).isEmpty());
        assertEquals(counters("alone"), counters(run));
    }

    private static List<String> counters(String run) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList elements = factory.newDocumentBuilder()
                .parse(new File("target/coverage/" + run + "/jacoco.xml"))
                .getElementsByTagName("counter");
        List<String> counters = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element counter = (Element) elements.item(i);
            counters.add(counter.getAttribute("type") + " missed " + counter.getAttribute("missed") + " covered "
                    + counter.getAttribute("covered"));
        }
        return counters;
    }
}
