/** What users of the counter see. */
module com.example.counters {
    exports com.example.counters;
}
