using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Tables;

namespace Gradus.Learning.Data.Named;

public static partial class Datasets
{
    private static readonly string[] AdultColumns =
    [
        "age", "workclass", "fnlwgt", "education", "education-num", "marital-status", "occupation", "relationship", "race", "sex", "capital-gain", "capital-loss", "hours-per-week", "native-country", "income",
    ];

    /// <summary>Adult, the census of 1994 (Kohavi 1996): 32,561 rows and an official test part of 16,281; class 1 is an income of more than 50,000 dollars (24 %).</summary>
    /// <param name="folder">Holds adult-train.csv and adult-test.csv, each plain or with .gz. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers and categories; missing words are a category of their own. The weight of the census (fnlwgt) is left out.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="CsvException">A file holds something else.</exception>
    public static TabularDataset Adult(string? folder = null)
    {
        Table train = Headless(Find(folder, "adult", "adult-train.csv", "adult-train.csv.gz"), AdultColumns);
        Table test = Headless(Find(folder, "adult", "adult-test.csv", "adult-test.csv.gz"), AdultColumns);
        Table all = new([.. train.Columns.Zip(test.Columns, (first, second) => first.IsNumber
            ? new TableColumn(first.Name, [.. first.Numbers, .. second.Numbers])
            : new TableColumn(first.Name, [.. first.Texts, .. second.Texts.Select(text => first.Name == "income" ? text?.TrimEnd('.') : text)]))]);
        return new TabularDataset
        {
            Features = all.Without("income", "fnlwgt"),
            Labels = all["income"].Labels(">50K"),
            Classes = ["<=50K", ">50K"],
            OfficialTest = [.. Enumerable.Range(train.RowCount, test.RowCount)],
        };
    }

    /// <summary>The passengers of the Titanic: 1,309 rows; class 1 survived (500). Boat and body, which tell the end, are left out, as are name, ticket, cabin and home.</summary>
    /// <param name="folder">Holds titanic.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers and categories, some missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset Titanic(string? folder = null)
    {
        Table table = Table.From(CsvTable.Read(Find(folder, "titanic", "titanic.csv")));
        return new TabularDataset
        {
            Features = table.Without("survived", "name", "ticket", "cabin", "boat", "body", "home.dest"),
            Labels = table["survived"].Labels("1"),
            Classes = ["died", "survived"],
            Plan = new TablePlan { Categories = ["pclass", "sex", "embarked"] },
        };
    }

    /// <summary>Iris (Fisher 1936): 150 flowers with four measures, 50 of each of three kinds.</summary>
    /// <param name="folder">Holds iris.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset Iris(string? folder = null) => Numbered(Find(folder, "iris", "iris.csv"), ["sepal length", "sepal width", "petal length", "petal width", "class"]);

    /// <summary>Wine (Forina and others): 178 wines with 13 chemical measures, of three growers.</summary>
    /// <param name="folder">Holds wine.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset Wine(string? folder = null) => Numbered(
        Find(folder, "wine", "wine.csv"),
        ["alcohol", "malic acid", "ash", "alcalinity", "magnesium", "phenols", "flavanoids", "nonflavanoids", "proanthocyanins", "colour", "hue", "dilution", "proline", "class"]);

    /// <summary>Sonar (Gorman and Sejnowski 1988): 208 echoes with the energy in 60 bands; class 0 is M, a mine (111), class 1 R, a rock.</summary>
    /// <param name="folder">Holds sonar.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset Sonar(string? folder = null) => Numbered(Find(folder, "sonar", "sonar.csv"), null);

    /// <summary>Ionosphere (Sigillito and others 1989): 351 radar returns with 34 measures; class 0 is b, bad, class 1 g, good (225). The makers trained on the first 200.</summary>
    /// <param name="folder">Holds ionosphere.csv. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TabularDataset Ionosphere(string? folder = null) => Numbered(Find(folder, "ionosphere", "ionosphere.csv"), null);

    /// <summary>California housing (Pace and Barry 1997): 20,640 districts with eight measures; the value is the median of house prices in 100,000 dollars.</summary>
    /// <param name="folder">Holds california_housing.csv, plain or with .gz. Found by the name of the set when null, the default.</param>
    /// <returns>Numbers alone, none missing.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static RegressionTable CaliforniaHousing(string? folder = null)
    {
        Table table = Table.From(CsvTable.Read(Find(folder, "california-housing", "california_housing.csv", "california_housing.csv.gz")));
        return new RegressionTable { Features = table.Without("target"), Values = [.. table["target"].Numbers] };
    }

    // A table without a header whose last column is the class.
    private static TabularDataset Numbered(string path, IReadOnlyList<string>? names)
    {
        Table table = Headless(path, names);
        TableColumn last = table.Columns[^1];
        int[] labels = last.Classes(out IReadOnlyList<string> classes);
        return new TabularDataset { Features = table.Without(last.Name), Labels = labels, Classes = classes };
    }
}
