using System.Globalization;
using System.Text.Json.Nodes;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>The JSON that Anki expects in a collection: its settings, one note type, the decks and one set of deck options.</summary>
internal static class AnkiSettings
{
    /// <summary>The settings of the collection.</summary>
    public static string Collection(long notetype) => new JsonObject
    {
        ["activeDecks"] = new JsonArray(1),
        ["addToCur"] = true,
        ["collapseTime"] = 1200,
        ["curDeck"] = 1,
        ["curModel"] = notetype.ToString(CultureInfo.InvariantCulture),
        ["dueCounts"] = true,
        ["estTimes"] = true,
        ["newBury"] = true,
        ["newSpread"] = 0,
        ["nextPos"] = 1,
        ["sortBackwards"] = false,
        ["sortType"] = "noteFld",
        ["timeLim"] = 0,
    }.ToJsonString();

    /// <summary>The note type "Gradus": a front and a back.</summary>
    public static string Notetypes(long id, long modified) => new JsonObject
    {
        [id.ToString(CultureInfo.InvariantCulture)] = new JsonObject
        {
            ["id"] = id,
            ["name"] = "Gradus",
            ["type"] = 0,
            ["mod"] = modified,
            ["usn"] = -1,
            ["sortf"] = 0,
            ["did"] = 1,
            ["tmpls"] = new JsonArray(new JsonObject
            {
                ["name"] = "Card 1",
                ["ord"] = 0,
                ["qfmt"] = "{{Front}}",
                ["afmt"] = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}",
                ["bqfmt"] = "",
                ["bafmt"] = "",
                ["did"] = null,
            }),
            ["flds"] = new JsonArray(Field("Front", 0), Field("Back", 1)),
            ["css"] = ".card { font-family: sans-serif; font-size: 20px; text-align: left; }",
            ["latexPre"] = "\\documentclass[12pt]{article}\n\\begin{document}\n",
            ["latexPost"] = "\\end{document}",
            ["req"] = new JsonArray(new JsonArray(0, "any", new JsonArray(0))),
            ["tags"] = new JsonArray(),
            ["vers"] = new JsonArray(),
        },
    }.ToJsonString();

    /// <summary>The decks.</summary>
    public static string Decks(IReadOnlyDictionary<string, long> decks, long modified)
    {
        JsonObject all = [];
        foreach ((string name, long id) in decks)
        {
            all[id.ToString(CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["id"] = id,
                ["name"] = name,
                ["mod"] = modified,
                ["usn"] = -1,
                ["desc"] = "",
                ["dyn"] = 0,
                ["conf"] = 1,
                ["collapsed"] = false,
                ["browserCollapsed"] = false,
                ["extendNew"] = 0,
                ["extendRev"] = 0,
                ["newToday"] = new JsonArray(0, 0),
                ["revToday"] = new JsonArray(0, 0),
                ["lrnToday"] = new JsonArray(0, 0),
                ["timeToday"] = new JsonArray(0, 0),
            };
        }

        return all.ToJsonString();
    }

    /// <summary>The options that every deck uses.</summary>
    public static string DeckOptions(long modified) => new JsonObject
    {
        ["1"] = new JsonObject
        {
            ["id"] = 1,
            ["name"] = "Default",
            ["mod"] = modified,
            ["usn"] = -1,
            ["maxTaken"] = 60,
            ["autoplay"] = true,
            ["timer"] = 0,
            ["replayq"] = true,
            ["dyn"] = false,
            ["new"] = new JsonObject { ["delays"] = new JsonArray(1, 10), ["ints"] = new JsonArray(1, 4, 7), ["initialFactor"] = 2500, ["order"] = 1, ["perDay"] = 20, ["bury"] = false, ["separate"] = true },
            ["rev"] = new JsonObject { ["perDay"] = 200, ["ease4"] = 1.3, ["fuzz"] = 0.05, ["ivlFct"] = 1, ["maxIvl"] = 36500, ["minSpace"] = 1, ["bury"] = false, ["hardFactor"] = 1.2 },
            ["lapse"] = new JsonObject { ["delays"] = new JsonArray(10), ["mult"] = 0, ["minInt"] = 1, ["leechFails"] = 8, ["leechAction"] = 0 },
        },
    }.ToJsonString();

    private static JsonObject Field(string name, int place) => new()
    {
        ["name"] = name,
        ["ord"] = place,
        ["sticky"] = false,
        ["rtl"] = false,
        ["font"] = "Arial",
        ["size"] = 20,
        ["media"] = new JsonArray(),
    };
}
