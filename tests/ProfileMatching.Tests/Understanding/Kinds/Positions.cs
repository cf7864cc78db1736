namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Jobs to lay out in many ways: title, employer, start and end.</summary>
internal static class Positions
{
    public static TheoryData<string, string, string, string> All =>
        new()
        {
            { "Data Analyst", "Corvina Mills", "March 2019", "May 2021" },
            { "Registered Nurse", "Elmbrook Care", "06/2015", "08/2018" },
            { "Head of Sales", "Harrow Lane", "2011", "2014" },
            { "Electrician", "Bright Sparks", "Jan 2003", "Dec 2009" },
            { "Senior Accountant", "Malhar Retail", "2016-02", "2020-11" },
            { "Site Manager", "Straits Harbour Builders", "09/2012", "Present" },
            { "Pastry Chef", "Gilded Pelican", "April 2017", "October 2022" },
            { "Bus Driver", "Northgate Lines", "1998", "2006" },
            { "Primary School Teacher", "Redgum College", "Sept. 2008", "July 2013" },
            { "Warehouse Operative", "Vidal Freight", "11/2020", "02/2023" },
            { "Graphic Designer", "Stadler Studio", "Feb 2014", "Present" },
            { "Machine Learning Engineer", "Quillmark Payments", "May 2021", "June 2024" },
            { "Dental Hygienist", "Lakeshire Clinic", "01/2010", "12/2010" },
            { "Civil Engineer", "Tarrant Bridges", "2005", "2019" },
            { "Legal Secretary", "Penhallow Law", "Aug 2001", "Mar 2004" },
            { "Hotel Manager", "Bayou Lantern", "December 2015", "January 2018" },
            { "Customer Service Agent", "Kaveri Textiles", "07/2018", "09/2019" },
            { "Welder", "Gulf Anchor Shipyard", "1989", "1997" },
            { "Librarian", "Oakhaven Library", "Nov 2006", "Apr 2012" },
            { "Physiotherapist", "Bluewren Physio", "2013-05", "2017-08" },
        };
}
