namespace CareerRecs.Evaluation.Suites;

/// <summary>Who a made-up document is about. Among the names are words that are skills, titles and places too.</summary>
internal sealed record Identity(
    string First, string Last, string Honorific, string He, string Him, string His, int Age, string Born, string Gender, string Street, string City, string Phone, string Mail)
{
    public static Identity[] All { get; } =
    [
        new("Wei", "Zhang", "Mr.", "He", "him", "his", 34, "3 May 1992", "male", "14 Sample Street", "Springfield, IL 62704", "+1 555 010 0199", "wei.zhang@example.org"),
        new("Ruby", "Baker", "Ms.", "She", "her", "her", 58, "12 January 1968", "female", "1200 N Mason Avenue, Apt 4B", "Jasper, AL 35501", "(555) 010-0123", "ruby@example.com"),
        new("Mason", "Cook", "Mr.", "He", "him", "his", 23, "30 June 2003", "male", "7 Baker Road", "Cook, MN 55723", "555-010-0142", "m.cook+jobs@example.net"),
        new("Jasper", "Mason", "Mr.", "He", "him", "his", 41, "1 March 1985", "non-binary", "233 Ruby Lane", "Mason City, IA 50401", "+44 20 7946 0958", "jasper_mason@example.org"),
        new("Ruby", "Cook", "Mrs.", "She", "her", "her", 62, "25 December 1963", "female", "9 Excel Court", "Spring, TX 77373", "+1 (555) 010-0177", "rubycook@example.org"),
        new("Baker", "Jasper", "Mx.", "They", "them", "their", 29, "8 August 1997", "other", "PO Box 123", "Salt Lake City, UT 84101", "555.010.0188", "baker@example.com"),
        new("Chandler", "Fletcher-Page", "Dr.", "He", "him", "his", 47, "19 October 1979", "male", "5 Painter Crescent, Flat 2", "London SW1A 1AA", "+44 7700 900123", "c.fletcher.page@example.co.uk"),
        new("Julia", "Carpenter", "Miss", "She", "her", "her", 36, "2 February 1990", "female", "88 Weaver Way", "Baker City, OR 97814", "+353 1 555 0101", "julia.carpenter@mail.example.org"),
        new("Sage", "Porter", "Ms.", "She", "her", "her", 51, "11 November 1975", "female", "410 Driver Drive, Suite 12", "Ruby, SC 29741", "+1 555 010 0155", "sage.porter@example.org"),
    ];
}
