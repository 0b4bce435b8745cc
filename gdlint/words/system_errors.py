"""Why the system refused something, by the name of the number of an error: in English it says so itself."""

from collections.abc import Mapping
from errno import errorcode

from gdlint.words.fault import Words

REASONS: Mapping[str, str] = {
    "ENOENT": "路径不存在",
    "EACCES": "没有权限",
    "EPERM": "没有权限",
    "EISDIR": "这是一个文件夹",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EROFS": "磁盘只读",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "磁盘配额已用完",
    "EFBIG": "文件过大",
    "ENAMETOOLONG": "名称过长",
    "EBUSY": "正被占用",
    "ETXTBSY": "正被占用",
    "ELOOP": "链接循环",
    "EMFILE": "打开的文件过多",
    "EIO": "磁盘读写错误",
    "EBADF": "已关闭",
}


def system_words(error: OSError) -> Words:
    """Why the system refused something."""
    said = error.strerror or str(error)
    return {"zh": REASONS.get(errorcode.get(error.errno or 0, ""), said), "en": said}
