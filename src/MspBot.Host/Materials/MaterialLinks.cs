namespace MspBot.Host.Materials;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class MaterialLinks
{
    /// <summary>The command, and the card it shows.</summary>
    internal const string Materials = "materials";

    /// <summary>A link to one: «m_12».</summary>
    internal const string Prefix = "m_";

    /// <summary>A material; the number is its own.</summary>
    internal const string Material = "lm";

    /// <summary>What was found, a topic's, a subject's, the newest, one's own: number and argument say which, and the page.</summary>
    internal const string Found = "lf";
    internal const string Search = "material-search";

    /// <summary>«По предмету» and «Темы», to choose from.</summary>
    internal const string BySubject = "lsu";
    internal const string ByTopic = "lto";

    /// <summary>The heads' list of topics, and one of it; the number of the second is the topic.</summary>
    internal const string Topics = "ltl";
    internal const string Topic = "ltt";
    internal const string AddTopic = "topic-add";
    internal const string RenameTopic = "topic-rename";
    internal const string MergeTopics = "topic-merge";

    internal const string Add = "material-add";
    internal const string Change = "material-change";
    internal const string Replace = "material-replace";
    internal const string Return = "material-return";

    /// <summary>What its author and heads do to a material; the number is the material.</summary>
    internal const string Deeds = "lmd";

    /// <summary>«На рассмотрении»; the argument is the page.</summary>
    internal const string Offered = "lo";

    /// <summary>What one has added oneself; the argument is the page.</summary>
    internal const string Mine = "lmy";

    /// <summary>What was looked for in vain, by words; the argument is the page.</summary>
    internal const string Wishes = "lw";

    /// <summary>«Реестр».</summary>
    internal const string Register = "lr";

    /// <summary>«Справка о распространении» of the one who speaks.</summary>
    internal const string Spread = "lsp";

    /// <summary>«Раздать» (Seminars): the number is the material.</summary>
    internal const string HandOut = "lh";
}
