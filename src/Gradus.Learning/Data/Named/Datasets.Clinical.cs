using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gradus.Learning.Data.Clinical;
using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Tables;

namespace Gradus.Learning.Data.Named;

public static partial class Datasets
{
    private static readonly string[] HeartColumns = ["age", "sex", "cp", "trestbps", "chol", "fbs", "restecg", "thalach", "exang", "oldpeak", "slope", "ca", "thal", "num"];
    private static readonly string[] PimaColumns = ["pregnancies", "glucose", "pressure", "skin", "insulin", "bmi", "pedigree", "age", "diabetes"];
    private static readonly string[] OriginalColumns = ["id", "thickness", "size", "shape", "adhesion", "epithelial", "nuclei", "chromatin", "nucleoli", "mitoses", "class"];

    // Discharges after which nobody can come back: death and hospice.
    private static readonly int[] NoReturn = [11, 13, 14, 19, 20, 21];

    /// <summary>Breast cancer Wisconsin (diagnostic): 569 tumours with 30 measures of their cell nuclei; class 1 is malignant (212).</summary>
    /// <param name="folder">Holds wdbc.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset BreastCancerWdbc(string? folder = null)
    {
        Table table = Table.From(CsvTable.Read(Find(folder, "breast-cancer-wdbc", "wdbc.csv")));
        return new TabularDataset { Features = table.Without("id", "diagnosis"), Labels = table["diagnosis"].Labels("M"), Classes = ["benign", "malignant"] };
    }

    /// <summary>Breast cancer Wisconsin (original): 699 samples with nine grades of 1 to 10; class 1 is malignant (241); nuclei are missing in 16.</summary>
    /// <param name="folder">Holds breast-cancer-wisconsin.data. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone. A patient may have several rows: they are the groups.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset BreastCancerOriginal(string? folder = null)
    {
        Table table = Headless(Find(folder, "breast-cancer-original", "breast-cancer-wisconsin.data"), OriginalColumns);
        return new TabularDataset
        {
            Features = table.Without("id", "class"),
            Labels = table["class"].Labels("4"),
            Classes = ["benign", "malignant"],
            Groups = [.. table["id"].Numbers.Select(id => (int)id)],
        };
    }

    /// <summary>Heart disease, Cleveland (Detrano and others 1989): 303 patients with 13 findings; class 1 is disease, num 1 to 4 (139). Six values are missing.</summary>
    /// <param name="folder">Holds processed.cleveland.data. Found by the name of the set when null, the default.</param>
    /// <returns>Eight columns are codes of categories: the plan says which.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset HeartCleveland(string? folder = null)
    {
        Table table = Headless(Find(folder, "heart-cleveland", "processed.cleveland.data"), HeartColumns);
        return new TabularDataset
        {
            Features = table.Without("num"),
            Labels = [.. table["num"].Numbers.Select(number => number > 0 ? 1 : 0)],
            Classes = ["healthy", "disease"],
            Plan = new TablePlan { Categories = ["sex", "cp", "fbs", "restecg", "exang", "slope", "thal"] },
        };
    }

    /// <summary>Pima Indians diabetes (Smith and others 1988): 768 women with eight measures; class 1 is diabetes within five years (268). Zeros of five measures are taken as missing.</summary>
    /// <param name="folder">Holds pima-indians-diabetes.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset PimaDiabetes(string? folder = null)
    {
        Table table = Headless(Find(folder, "pima-diabetes", "pima-indians-diabetes.csv"), PimaColumns);
        return new TabularDataset
        {
            Features = table.MarkMissing(0, "glucose", "pressure", "skin", "insulin", "bmi").Without("diabetes"),
            Labels = table["diabetes"].Labels("1"),
            Classes = ["no diabetes", "diabetes"],
        };
    }

    /// <summary>Framingham, a teaching extract: 4,240 people with 15 findings; class 1 is coronary heart disease within ten years (644).</summary>
    /// <param name="folder">Holds framingham.csv, whose lines end with a carriage return alone. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers, some missing; 0 and 1 for yes and no.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset FraminghamChd(string? folder = null)
    {
        Table table = Table.From(CsvTable.Read(Find(folder, "framingham-chd", "framingham.csv")));
        return new TabularDataset { Features = table.Without("TenYearCHD"), Labels = table["TenYearCHD"].Labels("1"), Classes = ["none", "coronary heart disease"] };
    }

    /// <summary>Mammography (Woods and others 1993): 11,183 candidates of microcalcifications with six measures; class 1 are true ones (260, 2.3 %).</summary>
    /// <param name="folder">Holds mammography.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset Mammography(string? folder = null)
    {
        Table table = Headless(Find(folder, "mammography", "mammography.csv"), null);
        return new TabularDataset { Features = table.Without("c7"), Labels = table["c7"].Labels("'1'"), Classes = ["normal", "microcalcification"] };
    }

    /// <summary>Diabetes in 130 US hospitals, 1999 to 2008 (Strack and others 2014): encounters of diabetic patients; class 1 is readmission within 30 days (about 11 %).</summary>
    /// <remarks>
    /// Patients have several encounters and are the groups: split by patient. Encounters that ended with death or in a hospice (dispositions 11, 13, 14, 19, 20, 21) are left out, for nobody can come back from
    /// there. The identifiers are left out, as are the weight, which is missing in 97 %, and the codes of single diagnoses, of which there are hundreds. Missing words are a category of their own.
    /// </remarks>
    /// <param name="folder">Holds dataset_diabetes.zip, or diabetic_data.csv from it. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers and categories; categories of fewer than 50 training rows share one column.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    /// <exception cref="DataFormatException">The archive is damaged or lacks the table.</exception>
    public static TabularDataset Diabetes130(string? folder = null)
    {
        string path = Find(folder, "diabetes130-readmission", "diabetic_data.csv", "dataset_diabetes.zip");
        Dictionary<string, CsvType> types = new(StringComparer.Ordinal);
        foreach (string code in (string[])["admission_type_id", "discharge_disposition_id", "admission_source_id"])
        {
            types.Add(code, CsvType.Text);
        }

        CsvTable csv = CsvTable.Parse(path.EndsWith(".zip", StringComparison.Ordinal) ? FromZip(path, "diabetic_data.csv") : DataFile.ReadAll(path), path, new CsvOptions { Types = types });
        int[] disposition = csv["discharge_disposition_id"].Integers();
        Table table = Table.From(csv).Take([.. Enumerable.Range(0, csv.RowCount).Where(row => !NoReturn.Contains(disposition[row]))]);
        return new TabularDataset
        {
            Features = table.Without("encounter_id", "patient_nbr", "weight", "diag_1", "diag_2", "diag_3", "readmitted"),
            Labels = table["readmitted"].Labels("<30"),
            Classes = ["not within 30 days", "within 30 days"],
            Groups = [.. table["patient_nbr"].Numbers.Select(id => (int)id)],
            Plan = new TablePlan { MinimumCount = 50 },
        };
    }

    /// <summary>PhysioNet's challenge of 2012, set A: the first 48 hours of 4,000 stays in intensive care, 554 of which ended with death in hospital.</summary>
    /// <remarks>−1 means unknown in the five descriptors; they are NaN here. Silva and others: Predicting in-hospital mortality of ICU patients (2012).</remarks>
    /// <param name="folder">Holds set-a.tar.gz with a file for each stay, and Outcomes-a.txt. Found by the name of the set when null, the default.</param>
    /// <returns>The stays in the order of their records.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="CsvException">A file holds something else.</exception>
    /// <exception cref="DataFormatException">The archive is damaged, or a record has no outcome.</exception>
    public static IcuStays PhysioNet2012(string? folder = null)
    {
        CsvTable outcomes = CsvTable.Read(Find(folder, "physionet2012-icu-a", "Outcomes-a.txt"));
        Dictionary<int, bool> died = outcomes["RecordID"].Integers().Zip(outcomes["In-hospital_death"].Integers()).ToDictionary(entry => entry.First, entry => entry.Second == 1);
        string path = Find(folder, "physionet2012-icu-a", "set-a.tar.gz");
        List<IcuStay> stays = [];
        try
        {
            using GZipStream unpacked = new(File.OpenRead(path), CompressionMode.Decompress);
            using TarReader archive = new(unpacked);
            while (archive.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is { } stream && entry.Name.EndsWith(".txt", StringComparison.Ordinal))
                {
                    using StreamReader reader = new(stream, Encoding.UTF8);
                    stays.Add(Stay(reader.ReadToEnd(), $"{path}/{entry.Name}", died));
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException and not DataFormatException)
        {
            throw new DataFormatException(path, 0, "archive", $"the archive is damaged: {broken.Message}");
        }

        return new IcuStays([.. stays.OrderBy(stay => stay.Record)]);
    }

    private static IcuStay Stay(string text, string source, Dictionary<int, bool> died)
    {
        CsvTable table = CsvTable.Parse(text, source, new CsvOptions { Types = new Dictionary<string, CsvType>(StringComparer.Ordinal) { ["Time"] = CsvType.Text, ["Parameter"] = CsvType.Text, ["Value"] = CsvType.Number } });
        double[] values = table["Value"].Numbers();
        Dictionary<string, float> descriptors = new(StringComparer.Ordinal);
        List<IcuMeasurement> measurements = [];
        int record = -1;
        for (int row = 0; row < table.RowCount; row++)
        {
            string time = table["Time"].Text(row) ?? "";
            string? parameter = table["Parameter"].Text(row);
            Demand(time.Length == 5 && time[2] == ':' && int.TryParse(time.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(time.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out _), source, 0, $"line {table.LineOf(row)}", $"the time is '{time}'; it must be hh:mm.");
            int minute = (60 * int.Parse(time.AsSpan(0, 2), CultureInfo.InvariantCulture)) + int.Parse(time.AsSpan(3), CultureInfo.InvariantCulture);
            if (parameter == "RecordID")
            {
                record = (int)values[row];
            }
            else if (minute == 0 && parameter is "Age" or "Gender" or "Height" or "ICUType" or "Weight" && !descriptors.ContainsKey(parameter))
            {
                descriptors.Add(parameter, values[row] < 0 ? float.NaN : (float)values[row]);
            }
            else if (parameter is not null && !double.IsNaN(values[row]))
            {
                measurements.Add(new IcuMeasurement(minute, parameter, (float)values[row]));
            }
        }

        return died.TryGetValue(record, out bool outcome)
            ? new IcuStay(record, descriptors, measurements, outcome)
            : throw new DataFormatException(source, 0, "RecordID", $"the record {record} has no outcome.");
    }

    private static byte[] FromZip(string path, string name)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            ZipArchiveEntry entry = archive.Entries.FirstOrDefault(candidate => candidate.Name == name) ?? throw new DataFormatException(path, 0, "archive", $"the archive holds no {name}.");
            Demand(entry.Length <= DataFile.Largest, path, 0, "archive", $"{name} has {entry.Length} bytes; at most {DataFile.Largest} can be read at once.");
            using Stream stream = entry.Open();
            byte[] bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(path, 0, "archive", "the archive is damaged; get it anew.");
        }
    }

    private static Table Headless(string path, IReadOnlyList<string>? names) => Table.From(CsvTable.Read(path, new CsvOptions { HasHeader = false, Names = names }));
}
