namespace MspBot.Sandbox;

internal static class FileMethods
{
    private const int MaxDownload = 20 << 20;

    public static Answer GetFile(BotApi api, Call call)
    {
        var id = call.Text("file_id");
        if (id.Length == 0) throw ApiError.Bad("file_id not specified");
        if (!FileStore.LooksLikeId(id)) throw ApiError.Bad("invalid file_id");
        var file = api.Files.Find(id) ?? throw ApiError.Bad("wrong file_id or the file is temporarily unavailable");
        if (file.Bytes.Length > MaxDownload) throw ApiError.Bad("file is too big");
        return Answer.Ok(file, static (w, f) =>
        {
            w.WriteStartObject();
            MediaMaker.WriteFile(w, f);
            w.WriteString("file_path"u8, f.Path);
            w.WriteEndObject();
        });
    }
}
